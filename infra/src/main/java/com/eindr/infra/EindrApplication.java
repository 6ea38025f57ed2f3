package com.eindr.infra;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Eindr: every feature of every module, wired by the configurations in the sub-packages of this one. */
@SpringBootApplication(scanBasePackages = "com.eindr")
public class EindrApplication {

    public static void main(String[] args) {
        SpringApplication.run(EindrApplication.class, args);
    }
}
