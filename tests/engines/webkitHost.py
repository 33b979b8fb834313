#!/usr/bin/python3
"""A window with WebKitGTK in it for WebKitWebDriver: unlike the MiniBrowser it keeps its profile (WEBKIT_PROFILE)
when it is closed, can be as narrow as a phone, and has what Safari has and WebKitGTK leaves off. The system's Python."""
import os

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import Gdk, Gtk, WebKit2  # noqa: E402

LIKE_SAFARI = {'StorageAPI', 'StorageAPIEstimate', 'FileSystem', 'FileSystemWritableStream', 'AppBadge'}


def settings():
    made = WebKit2.Settings()
    features = WebKit2.Settings.get_all_features()
    for index in range(features.get_length()):
        feature = features.get(index)
        if feature.get_identifier() in LIKE_SAFARI:
            made.set_feature_enabled(feature, True)
    return made


def view_in_window(_session, context):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings())
    window = Gtk.Window()
    window.set_decorated(False)
    window.set_default_size(int(os.environ['WEBKIT_WIDTH']), int(os.environ['WEBKIT_HEIGHT']))
    window.add(view)
    # Without a window manager nobody else gives it the focus, and `:focus` would match nothing.
    window.connect('map-event', lambda *_: window.get_window().focus(Gdk.CURRENT_TIME))
    window.show_all()
    view.grab_focus()
    return view


def begin(context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name('duizhao-webkit')
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect('create-web-view', view_in_window, context)
    session.connect('will-close', lambda _session: Gtk.main_quit())


profile = os.environ['WEBKIT_PROFILE']
manager = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(profile, 'data'), base_cache_directory=os.path.join(profile, 'cache')
)
context = WebKit2.WebContext(website_data_manager=manager)
context.set_preferred_languages(['en-GB'])
context.set_automation_allowed(True)
context.connect('automation-started', begin)
Gtk.main()
