package com.eindr.infra.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser with nobody at the screen, with a profile of its own that is gone afterwards. Everything is waited for. */
final class Chromium implements AutoCloseable {
    /** Longer than anything takes on a machine that does ten other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path profile;
    private final ChromeDriver driver;

    Chromium() {
        File browser = program("chromium");
        File driverProgram = program("chromedriver");
        try {
            profile = Files.createTempDirectory("eindr-chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile, "--window-size=1280,900");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram)
                .usingAnyFreePort()
                .withTimeout(PATIENCE)
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    }

    private static File program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(name + " is missing: the console is tested in a browser. Install the"
                                + " Debian packages chromium and chromium-driver; .ci/run does."));
    }

    /** A new page, as in a new tab: nothing is remembered in its memory. */
    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Goes to a section by the address behind the #, and waits for its title. */
    void go(String hash, String title) {
        run("location.hash = arguments[0]", hash);
        awaitAnswers();
        awaitText("h1", title);
    }

    /** Until what the address names is shown, and nothing of it is on its way any more. */
    void awaitAnswers() {
        awaitTrue("document.documentElement.dataset.shown === location.hash"
                + " && document.querySelector('.loading, [aria-busy]') === null");
    }

    /** @param dark as people set it in their system */
    void look(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** The first element that a CSS selector finds and that is to be seen. */
    WebElement find(String selector) {
        return waiting("no " + selector)
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** The element of a selector whose text is, or begins with, this. */
    WebElement find(String selector, String text) {
        return waiting("no " + selector + " that says " + text)
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .filter(found -> found.isDisplayed() && found.getText().startsWith(text))
                        .findFirst()
                        .orElse(null));
    }

    void awaitText(String selector, String text) {
        waiting("no " + selector + " with " + text)
                .until(page -> page.findElements(By.cssSelector(selector)).stream()
                        .anyMatch(found -> found.getText().contains(text)));
    }

    void awaitTrue(String expression) {
        waiting("never true: " + expression).until(page -> Boolean.TRUE.equals(run("return " + expression)));
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Tab, until the focus is on an element of this selector. */
    void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + selector);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs the body of an async function, with the arguments in {@code args}, and waits for what it returns. */
    Object runAsync(String body, Object... arguments) {
        return driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1], args = arguments;" + "(async () => {" + body
                        + "})().then(done, (e) => done('failed: ' + e));",
                arguments);
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** What the browser's console has said since this was asked last: errors, warnings, what the policy refused. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::getMessage)
                .toList();
    }

    private WebDriverWait waiting(String otherwise) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50));
        wait.ignoring(StaleElementReferenceException.class).withMessage(() -> otherwise + " in:\n" + text());
        return wait;
    }

    @Override
    public void close() {
        List<ProcessHandle> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .toList();
        driver.quit();
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            processes.forEach(ProcessHandle::destroyForcibly);
            forget();
        }
    }

    private void forget() {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
