package com.eindr.infra.testing;

import com.eindr.infra.EindrApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A test against the whole application, listening on a port of its own, with a fresh database and a fresh Redis for this
 * class. The servers are shared by all classes of a test run.
 *
 * <p>Beans for the test, besides all of the application's: {@link ApiClient}, {@link TestClock} (which is the
 * application's {@link java.time.Clock}) and {@link TestDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        classes = EindrApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.level.root=warn", "logging.level.com.eindr=info"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
public @interface EindrTest {}
