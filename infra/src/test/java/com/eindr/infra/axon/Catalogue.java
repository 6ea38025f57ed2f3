package com.eindr.infra.axon;

import java.util.Comparator;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every event there is, found on the class path by its revision. */
public final class Catalogue {
    private Catalogue() {}

    public static List<? extends Class<?>> events() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Revision.class));
        return scanner.findCandidateComponents("com.eindr").stream()
                // A feature's public language is its root package; what stands deeper are plants of other tests.
                .filter(found -> String.valueOf(found.getBeanClassName()).matches("com\\.eindr\\.[a-z]+\\.[A-Z].*"))
                .map(found -> load(String.valueOf(found.getBeanClassName())))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    public static int revision(Class<?> event) {
        return Integer.parseInt(event.getAnnotation(Revision.class).value());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
