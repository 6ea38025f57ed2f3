package com.eindr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final String EINDR = "com.eindr";
    private static final String PLANTED = "com.eindr.architecture.planted";

    private static final JavaClasses everything = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(EINDR);
    private static final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);

    @ParameterizedTest
    @EnumSource
    void every_class_obeys(Rule rule) {
        assertThat(rule.violations(everything, EINDR)).as(rule.toString()).isEmpty();
    }

    /** Every rule has a package of violations, whose classes are named Planted…, among neighbours that do no wrong. */
    @ParameterizedTest
    @EnumSource
    void every_rule_rejects_what_was_planted_against_it_and_nothing_else(Rule rule) {
        var bed = PLANTED + "." + rule.name().toLowerCase(Locale.ROOT).replace("_", "");

        var rejected = rule.violations(planted, bed).stream()
                .map(violation -> violation.substring(0, violation.indexOf(' ')))
                .distinct()
                .toList();

        assertThat(rejected).containsExactlyInAnyOrderElementsOf(plantedIn(bed)).isNotEmpty();
    }

    @Test
    void the_rules_see_the_code_of_every_module() {
        assertThat(everything.stream().map(JavaClass::getPackageName))
                .contains("com.eindr.shared", "com.eindr.shared.web", "com.eindr.infra");
    }

    private static List<String> plantedIn(String bed) {
        return planted.stream()
                .filter(subject -> (subject.getPackageName() + ".").startsWith(bed + "."))
                .filter(subject -> subject.getSimpleName().startsWith("Planted"))
                .map(JavaClass::getName)
                .toList();
    }
}
