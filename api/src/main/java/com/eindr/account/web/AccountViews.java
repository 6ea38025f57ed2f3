package com.eindr.account.web;

import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of accounts look in JSON. */
@Configuration(proxyBeanMethods = false)
class AccountViews {

    @Bean
    WebView<AccountView, ProfileBody> profileBody() {
        return new WebView<>(AccountView.class, ProfileBody.class, ProfileBody::of);
    }

    @Bean
    WebView<Preferences, PreferencesBody> preferencesBody() {
        return new WebView<>(Preferences.class, PreferencesBody.class, PreferencesBody::of);
    }
}
