package io.fluxj.kube.cel;

import com.github.zafarkhaja.semver.Version;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import java.util.function.ToLongFunction;

/** Kubernetes' functions on semantic versions. */
@SuppressWarnings("Immutable") // the functions given to CEL hold no state
final class SemverFunctions {
    private static final OpaqueType SEMVER = OpaqueType.create("kubernetes.Semver");

    private SemverFunctions() {}

    /** A version; two that differ in their build only are equal. */
    @SuppressWarnings("Immutable") // versions do not change
    record Release(Version version) implements Comparable<Release> {
        Release {
            version = version.withoutBuildMetadata();
        }

        @Override
        public int compareTo(Release other) {
            return Integer.signum(version.compareToIgnoreBuildMetadata(other.version));
        }
    }

    static void addTo(Functions functions) {
        functions
                .add(
                        "semver",
                        CelOverloadDecl.newGlobalOverload("string_to_semver", SEMVER, SimpleType.STRING),
                        String.class,
                        text -> new Release(VersionText.parse(text)))
                .add(
                        "semver",
                        CelOverloadDecl.newGlobalOverload(
                                "string_bool_to_semver", SEMVER, SimpleType.STRING, SimpleType.BOOL),
                        String.class,
                        Boolean.class,
                        (text, normalize) -> new Release(parse(text, normalize)))
                .add(
                        "isSemver",
                        CelOverloadDecl.newGlobalOverload("is_semver_string", SimpleType.BOOL, SimpleType.STRING),
                        String.class,
                        text -> valid(text, false))
                .add(
                        "isSemver",
                        CelOverloadDecl.newGlobalOverload(
                                "is_semver_string_bool", SimpleType.BOOL, SimpleType.STRING, SimpleType.BOOL),
                        String.class,
                        Boolean.class,
                        SemverFunctions::valid);
        comparisons(functions);
        part(functions, "major", Version::majorVersion);
        part(functions, "minor", Version::minorVersion);
        part(functions, "patch", Version::patchVersion);
    }

    private static void comparisons(Functions functions) {
        functions
                .add(
                        "isGreaterThan",
                        CelOverloadDecl.newMemberOverload("semver_is_greater_than", SimpleType.BOOL, SEMVER, SEMVER),
                        Release.class,
                        Release.class,
                        (a, b) -> a.compareTo(b) > 0)
                .add(
                        "isLessThan",
                        CelOverloadDecl.newMemberOverload("semver_is_less_than", SimpleType.BOOL, SEMVER, SEMVER),
                        Release.class,
                        Release.class,
                        (a, b) -> a.compareTo(b) < 0)
                .add(
                        "compareTo",
                        CelOverloadDecl.newMemberOverload("semver_compare_to", SimpleType.INT, SEMVER, SEMVER),
                        Release.class,
                        Release.class,
                        (a, b) -> (long) a.compareTo(b));
    }

    private static void part(Functions functions, String name, ToLongFunction<Version> part) {
        functions.add(
                name,
                CelOverloadDecl.newMemberOverload("semver_" + name, SimpleType.INT, SEMVER),
                Release.class,
                release -> part.applyAsLong(release.version()));
    }

    private static Version parse(String text, boolean normalize) {
        return VersionText.parse(normalize ? VersionText.normalized(text) : text);
    }

    private static boolean valid(String text, boolean normalize) {
        try {
            return parse(text, normalize).majorVersion() >= 0;
        } catch (Failure e) {
            return false;
        }
    }
}
