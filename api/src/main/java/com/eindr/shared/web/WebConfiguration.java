package com.eindr.shared.web;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the conventions of the API in front of every controller. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final String API = "/api/**";

    private final WebJson json;
    private final ProblemWriter problems;
    private final WriteRequests writes;
    private final Cursors cursors;
    private final WellFormedRequests wellFormed;
    private final RateLimits limits;
    private final ConsistentReads reads;
    private final KeptAnswers answers;

    WebConfiguration(
            WebJson json,
            ProblemWriter problems,
            WriteRequests writes,
            Cursors cursors,
            WellFormedRequests wellFormed,
            RateLimits limits,
            ConsistentReads reads,
            KeptAnswers answers) {
        this.json = json;
        this.problems = problems;
        this.writes = writes;
        this.cursors = cursors;
        this.wellFormed = wellFormed;
        this.limits = limits;
        this.reads = reads;
        this.answers = answers;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
        // Other libraries bring parsers of other notations with them, which Spring would offer to everybody.
        converters.configureMessageConvertersList(list -> list.removeIf(WebConfiguration::speaksAnother));
    }

    private static boolean speaksAnother(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(type -> type.getSubtype().matches("(.+\\+)?(xml|yaml|cbor|x-jackson-smile)"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(writes);
        resolvers.add(cursors);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(wellFormed);
        interceptors.addInterceptor(limits).addPathPatterns(API);
        interceptors.addInterceptor(reads).addPathPatterns(API);
        // After all that may refuse the request.
        interceptors.addInterceptor(answers).addPathPatterns(API).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new ProblemResolver(problems));
    }

    /** Behind the filters of Spring Security, so that nobody unknown makes us read a body. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(new BodyLimit(problems));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return filter;
    }
}
