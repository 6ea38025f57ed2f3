package com.eindr.infra;

import com.eindr.infra.embedded.EmbeddedServersInitializer;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Eindr: every feature of every module, wired by the configurations in the sub-packages of this one. */
@SpringBootApplication(scanBasePackages = "com.eindr")
public class EindrApplication {

    public static void main(String[] args) {
        Optional<String> usage = Usage.askedFor(args);
        if (usage.isPresent()) {
            System.out.println(usage.get());
            return;
        }
        // Axon's advertisement of its console would be the longest message of the start.
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication application = new SpringApplication(EindrApplication.class);
        application.addInitializers(new EmbeddedServersInitializer());
        application.run(args);
    }
}
