package com.eindr.infra;

import java.util.List;
import java.util.Optional;

/** What {@code --help} and {@code --version} print. */
final class Usage {
    private static final String HELP = """
        Eindr: forget forgetting.

        Usage: java -jar eindr.jar [--help | --version] [--<setting>=<value> ...]

        Every setting can be an argument (--server.port=8090) or an environment variable (SERVER_PORT=8090).

        Embedded (the default): starts a PostgreSQL and a Redis of its own. Made for `mvn spring-boot:run`;
        the packaged jar carries no embedded servers.
          EINDR_HOME                     where everything is kept                  (default ./.eindr)
          SERVER_PORT                    the HTTP port                             (default 8080)
          EINDR_SEED                     true: gives a new user something to see   (default false)
          FIREBASE_AUTH_EMULATOR_HOST    also take tokens of this Firebase Auth emulator

        Production: SPRING_PROFILES_ACTIVE=production
          SPRING_DATASOURCE_URL          jdbc:postgresql://host:5432/eindr         (required)
          SPRING_DATASOURCE_USERNAME     and SPRING_DATASOURCE_PASSWORD            (required)
          SPRING_DATA_REDIS_HOST         and SPRING_DATA_REDIS_PASSWORD, or SPRING_DATA_REDIS_URL (required)
          FIREBASE_PROJECT_ID            whose ID tokens are taken                 (required)
          EINDR_CONTACTS_PEPPERS_1       secret of the contacts' digests, 32 characters or more (required);
                                         _2 and so on to rotate: the greatest is used for what is new
          EINDR_MASTER_KEYS_1            secret that wraps the keys of people, 32 characters or more (required);
                                         _2 and so on to rotate, see docs/operations.md
          EINDR_PROOF_KEY                signs the log's checkpoints: 32 random bytes in base 64 (required)
          EINDR_PROOF_ORIGIN             names the log in them, for ever           (default eindr.app/log)
          GOOGLE_APPLICATION_CREDENTIALS the service account for pushes and revocation checks
          EINDR_EVENT_STORE              postgres or axon-server                   (default postgres)
          EINDR_CHAT_URL                 base of an OpenAI-compatible API to talk with, such as http://host:8000/v1;
                                         EINDR_CHAT_MODEL (default bloom-560m) and EINDR_CHAT_KEY go with it
          EINDR_CORS_ALLOWED_ORIGINS     origins of browser clients, comma separated
          EINDR_OPERATIONS_PORT          metrics without a token, for Prometheus   (default 8081)
          EINDR_OPERATIONS_ADDRESS       where that port listens                   (default 127.0.0.1)
          EINDR_WHISPER_URL              the server that listens; without one there is no audio, only text
          EINDR_WHISPER_MODEL            and EINDR_WHISPER_API_KEY                 (default whisper-1, none)
          EINDR_COQUI_URL                the server that speaks; without one there is an English voice
          EINDR_COQUI_SPEAKER            and EINDR_COQUI_LANGUAGES                 (default none, those of XTTS)
          SENTRY_DSN                     reports errors to Sentry                  (default: off)
        """;

    private Usage() {}

    /** What to print instead of starting; empty where the arguments ask for neither. */
    static Optional<String> askedFor(String... arguments) {
        List<String> all = List.of(arguments);
        if (all.contains("--help") || all.contains("-h")) {
            return Optional.of(HELP);
        }
        if (all.contains("--version")) {
            String version = Usage.class.getPackage().getImplementationVersion();
            return Optional.of(
                    "Eindr " + (version == null ? "development build" : version) + " on Java " + Runtime.version());
        }
        return Optional.empty();
    }
}
