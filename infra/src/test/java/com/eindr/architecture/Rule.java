package com.eindr.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What holds for every class of Eindr.
 *
 * <p>Maven keeps the roles apart, since the modules lack the dependencies; these rules keep the features apart inside the
 * modules, and guard what no compiler checks. Each is written against a root package, so that the same rule judges the real
 * code and the violations planted to see it fail.
 */
enum Rule {
    EVERY_CLASS_HAS_A_PLACE {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return Place.of(subject, root).isKnown()
                    ? Stream.empty()
                    : Stream.of("belongs to no feature, or to no role of one");
        }
    },

    FEATURES_MEET_IN_THEIR_LANGUAGES {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            var place = Place.of(subject, root);
            return ours(subject, root)
                    .filter(seen -> !place.maySee(Place.of(seen, root)))
                    .map(seen -> "sees " + seen.getName());
        }
    },

    FEATURES_ARE_ACYCLIC {
        @Override
        ArchCondition<JavaClass> condition(String root) {
            return new ArchCondition<>("be in a feature that no feature it sees can see") {
                private final Map<String, Set<String>> seenFrom = new TreeMap<>();

                @Override
                public void init(Collection<JavaClass> all) {
                    all.forEach(subject -> seenFrom.computeIfAbsent(feature(subject, root), unseen -> new TreeSet<>())
                            .addAll(ours(subject, root)
                                    .map(seen -> feature(seen, root))
                                    .toList()));
                    seenFrom.forEach((feature, seen) -> seen.remove(feature));
                }

                @Override
                public void check(JavaClass subject, ConditionEvents events) {
                    var feature = feature(subject, root);
                    ours(subject, root)
                            .filter(seen -> !feature(seen, root).equals(feature))
                            .filter(seen -> reach(feature(seen, root)).contains(feature))
                            .forEach(seen ->
                                    report(subject, "closes a circle of features by seeing " + seen.getName(), events));
                }

                private Set<String> reach(String start) {
                    var reached = new HashSet<String>();
                    var open = new ArrayDeque<>(List.of(start));
                    while (!open.isEmpty()) {
                        seenFrom.getOrDefault(open.pop(), Set.of()).stream()
                                .filter(reached::add)
                                .forEach(open::push);
                    }
                    return reached;
                }
            };
        }

        private static String feature(JavaClass subject, String root) {
            return Place.of(subject, root).feature();
        }
    },

    THE_SHARED_KERNEL_KNOWS_NO_FRAMEWORK {
        private static final Set<String> ANNOTATIONS = Set.of(
                "org.axonframework.modelling.command.TargetAggregateIdentifier",
                "org.axonframework.serialization.Revision");

        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return Place.of(subject, root).isLanguage()
                    ? seen(subject)
                            .filter(seen -> !seen.isPrimitive())
                            .filter(seen -> !isIn(root, seen) && !isIn("java", seen) && !isIn("org.jspecify", seen))
                            .map(JavaClass::getName)
                            .filter(name -> !ANNOTATIONS.contains(name))
                            .map(name -> "knows " + name)
                    : Stream.empty();
        }
    },

    EVERY_EVENT_HAS_A_REVISION {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return subject.isRecord()
                            && subject.getAllRawInterfaces().stream().anyMatch(Rule::isCatalogue)
                            && !subject.isAnnotatedWith("org.axonframework.serialization.Revision")
                    ? Stream.of("is stored for ever but says not in which @Revision")
                    : Stream.empty();
        }
    },

    EVENTS_ARE_RECORDS_NESTED_IN_A_SEALED_CATALOGUE {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            if (!Place.of(subject, root).isLanguage()) {
                return Stream.empty();
            }
            if (isCatalogue(subject)) {
                return subject.reflect().isSealed() ? Stream.empty() : Stream.of("lists events but is not sealed");
            }
            var isEvent = subject.getAllRawInterfaces().stream().anyMatch(Rule::isCatalogue);
            if (isEvent) {
                var isNestedRecord = subject.isRecord()
                        && subject.getEnclosingClass().map(Rule::isCatalogue).orElse(false);
                return isNestedRecord || subject.isInterface()
                        ? Stream.empty()
                        : Stream.of("is an event but no record nested in its catalogue");
            }
            return subject.getSimpleName().endsWith("Event")
                    ? Stream.of("calls itself an event; only a sealed catalogue does")
                    : Stream.empty();
        }
    },

    DECISIONS_ASK_NEITHER_THE_CLOCK_NOR_THE_DICE {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return Place.of(subject, root).isDecision()
                    ? subject.getAccessesFromSelf().stream()
                            .filter(Rule::isOfTheMoment)
                            .map(access -> "uses " + access.getTarget().getFullName())
                    : Stream.empty();
        }
    },

    THE_DOMAIN_COUNTS_WITHOUT_FLOATING_POINT {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            var place = Place.of(subject, root);
            return place.isLanguage() || place.isDecision()
                    ? Stream.concat(
                                    subject.getFields().stream()
                                            .filter(field -> floats(field.getType()))
                                            .map(field -> field.getName()),
                                    subject.getCodeUnits().stream()
                                            .filter(unit -> floats(unit.getReturnType())
                                                    || unit.getParameterTypes().stream()
                                                            .anyMatch(Rule::floats))
                                            .map(unit -> unit.getName() + "()"))
                            .map(member -> "has a floating-point number in " + member)
                    : Stream.empty();
        }
    },

    NOTHING_IS_INJECTED_INTO_FIELDS {
        private static final List<String> INJECTIONS = List.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject",
                "jakarta.annotation.Resource",
                "jakarta.persistence.PersistenceContext");

        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return subject.getFields().stream()
                    .filter(field -> INJECTIONS.stream()
                            .anyMatch(injection ->
                                    field.isAnnotatedWith(injection) || field.isMetaAnnotatedWith(injection)))
                    .map(field -> "has " + field.getName() + " injected behind its constructor's back");
        }
    },

    CONTROLLERS_ARE_PACKAGE_PRIVATE {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return hiddenUnlessAnnotated(subject, "org.springframework.stereotype.Controller");
        }
    },

    AGGREGATES_ARE_PACKAGE_PRIVATE {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return hiddenUnlessAnnotated(subject, "org.axonframework.modelling.command.AggregateRoot");
        }
    },

    PROJECTIONS_SEND_NO_COMMANDS {
        @Override
        Stream<String> offences(JavaClass subject, String root) {
            return Place.of(subject, root).role().equals("query")
                    ? seen(subject)
                            .filter(seen -> isIn("org.axonframework.commandhandling", seen))
                            .map(seen -> "knows " + seen.getName() + ", so replaying it could act")
                    : Stream.empty();
        }
    };

    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    /** What this rule holds against a class, each offence a phrase that follows the class's name. */
    Stream<String> offences(JavaClass subject, String root) {
        return Stream.empty();
    }

    ArchCondition<JavaClass> condition(String root) {
        return new ArchCondition<>("obey") {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                offences(subject, root).distinct().forEach(offence -> report(subject, offence, events));
            }
        };
    }

    /** The violations of this rule among the given classes under the given root package. */
    List<String> violations(JavaClasses all, String root) {
        var under = DescribedPredicate.<JavaClass>describe("under " + root, subject -> isIn(root, subject));
        ArchRule rule =
                classes().that(under).should(condition(root)).as(toString()).allowEmptyShould(true);
        return rule.evaluate(all).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void report(JavaClass subject, String offence, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(subject, subject.getName() + " " + offence));
    }

    private static Stream<JavaClass> seen(JavaClass subject) {
        return subject.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .distinct();
    }

    private static Stream<JavaClass> ours(JavaClass subject, String root) {
        return seen(subject).filter(seen -> isIn(root, seen));
    }

    private static boolean isIn(String parent, JavaClass subject) {
        return (subject.getPackageName() + ".").startsWith(parent + ".");
    }

    private static boolean isCatalogue(JavaClass subject) {
        return subject.isInterface() && subject.getSimpleName().endsWith("Event");
    }

    private static Stream<String> hiddenUnlessAnnotated(JavaClass subject, String annotation) {
        return (subject.isAnnotatedWith(annotation) || subject.isMetaAnnotatedWith(annotation))
                        && subject.getModifiers().contains(JavaModifier.PUBLIC)
                ? Stream.of("is public")
                : Stream.empty();
    }

    private static boolean isOfTheMoment(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.lang.Math" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            default ->
                owner.isAssignableTo(RandomGenerator.class)
                        || (isIn("java.time", owner) && name.equals("now") && !takesAClock(access));
        };
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean floats(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(raw -> FLOATING.contains(raw.getBaseComponentType().getName()));
    }
}
