package com.eindr.notification.web;

import com.eindr.notification.NotificationView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Declares how the views of notifications look in JSON. */
@Configuration(proxyBeanMethods = false)
class NotificationViews {

    @Bean
    WebView<NotificationView, NotificationBody> notificationBody() {
        return new WebView<>(NotificationView.class, NotificationBody.class, NotificationBody::of);
    }
}
