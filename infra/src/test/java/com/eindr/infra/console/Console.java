package com.eindr.infra.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The console in a browser, and what is done there again and again. */
final class Console {
    static final String PURPOSE = "Complaint 17";
    private static final String AXE = axe();

    private final Chromium browser;
    private final ApiClient api;

    Console(Chromium browser, ApiClient api) {
        this.browser = browser;
        this.api = api;
    }

    private static String axe() {
        try (InputStream script = Console.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page anew, with nobody signed in; it has found the local issuer. */
    void open() {
        browser.open(api.address("/console/").toString());
        browser.find("[name=userId]");
    }

    /** As rita, by the local issuer, with these roles and no others. */
    void signIn(String... roles) {
        open();
        for (String role : List.of("auditor", "admin")) {
            if (!List.of(roles).contains(role)) {
                browser.find("[name=" + role + "]").click();
            }
        }
        browser.type("[name=purpose]", PURPOSE);
        browser.find("button", "Sign in").click();
        browser.find(".caller");
        browser.awaitAnswers();
    }

    /** Until what was searched for is shown, and not what was there before. */
    void awaitSearch(String what) {
        browser.awaitTrue("location.hash.includes('" + what + "')");
        browser.awaitAnswers();
    }

    /** What all elements of a selector say. */
    List<String> texts(String selector) {
        Object joined = browser.run(
                "return [...document.querySelectorAll(arguments[0])].map((each) => each.textContent).join('\\n')",
                selector);
        return String.valueOf(joined).lines().toList();
    }

    /** What the element says that has the focus. */
    String focus() {
        return String.valueOf(browser.run("return document.activeElement.textContent"));
    }

    boolean focusIsSeen() {
        return Boolean.TRUE.equals(browser.run("const style = getComputedStyle(document.activeElement);"
                + "return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2"));
    }

    /** Nothing is wider than the page, and axe-core knows nothing against it. */
    void meetsNoBarrier() {
        browser.awaitAnswers();
        assertThat(browser.run("return [...document.querySelectorAll('body *')]"
                        + ".filter((each) => document.documentElement.scrollWidth > innerWidth"
                        + " && each.getBoundingClientRect().right > innerWidth + 1)"
                        + ".map((each) => each.tagName + '.' + each.className)"))
                .isEqualTo(List.of());
        browser.run(AXE);
        assertThat(browser.runAsync("const found = await axe.run(document, {resultTypes: ['violations']});"
                        + "return found.violations.flatMap((rule) =>"
                        + " rule.nodes.map((node) => rule.id + ': ' + node.html + ' ' + node.failureSummary));"))
                .isEqualTo(List.of());
    }
}
