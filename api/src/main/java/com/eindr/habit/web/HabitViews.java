package com.eindr.habit.web;

import com.eindr.habit.HabitView;
import com.eindr.shared.web.WebView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the views of habits are written in JSON. */
@Configuration(proxyBeanMethods = false)
class HabitViews {

    @Bean
    WebView<HabitView, HabitBody> habitBody() {
        return new WebView<>(HabitView.class, HabitBody.class, HabitBody::of);
    }
}
