package com.eindr.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Where a class lives: which feature it belongs to, and in which role.
 *
 * @param feature the package under the root; {@code shared} and {@code infra} count as features here
 * @param role the package under the feature; empty for the public language of a feature
 */
record Place(String feature, String role) {

    static Place of(JavaClass subject, String root) {
        var path = subject.getPackageName().substring(root.length()).split("\\.", -1);
        return new Place(path.length > 1 ? path[1] : "", path.length > 2 ? path[2] : "");
    }

    boolean isInfra() {
        return feature.equals("infra");
    }

    /** The language of a feature, which lives in the shared kernel. */
    boolean isLanguage() {
        return role.isEmpty() && !isInfra();
    }

    /** Where decisions are made, and where nothing may depend on the moment or the machine. */
    boolean isDecision() {
        return role.equals("command") || role.equals("saga");
    }

    boolean isKnown() {
        return switch (role) {
            case "" -> !feature.isEmpty();
            case "command", "query", "saga", "web" -> true;
            default -> isInfra();
        };
    }

    /** Features meet in their languages; within a role, {@code shared} holds what all features of that role use. */
    boolean maySee(Place other) {
        return isInfra()
                || other.isLanguage()
                || (other.role.equals(role)
                        && !other.isInfra()
                        && (other.feature.equals(feature) || other.feature.equals("shared")));
    }
}
