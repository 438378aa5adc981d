package io.fluxj.kustomize.resource;

import java.util.Map;

/**
 * What the annotations of the build say of one object. Like kustomize, they stand among the object's own annotations until the build
 * ends; setting or removing one writes all annotations of the object as strings.
 */
public final class Marks {

    private static final String ENABLED = "enabled";

    private final Resource resource;

    Marks(Resource resource) {
        this.resource = resource;
    }

    private boolean isEnabled(String annotation) {
        return ENABLED.equals(resource.annotation(annotation).orElse(""));
    }

    private void put(String annotation, String value) {
        Map<String, String> annotations = resource.annotations();
        annotations.put(annotation, value);
        resource.setAnnotations(annotations);
    }

    public boolean nameChangeAllowed() {
        return isEnabled(BuildAnnotations.ALLOW_NAME_CHANGE);
    }

    public void allowNameChange() {
        put(BuildAnnotations.ALLOW_NAME_CHANGE, ENABLED);
    }

    public boolean kindChangeAllowed() {
        return isEnabled(BuildAnnotations.ALLOW_KIND_CHANGE);
    }

    public void allowKindChange() {
        put(BuildAnnotations.ALLOW_KIND_CHANGE, ENABLED);
    }

    public boolean needsHash() {
        return isEnabled(BuildAnnotations.NEEDS_HASH);
    }

    public void requireHash() {
        put(BuildAnnotations.NEEDS_HASH, ENABLED);
    }

    public Behavior behavior() {
        return Behavior.of(resource.annotation(BuildAnnotations.BEHAVIOR).orElse(""));
    }

    public void setBehavior(String behavior) {
        put(BuildAnnotations.BEHAVIOR, behavior);
    }

    public boolean isHelmGenerated() {
        return "true"
                .equals(resource.annotation(BuildAnnotations.HELM_GENERATED).orElse(""));
    }

    /** Writes where the object came from. */
    public void putOrigin(String origin) {
        put(BuildAnnotations.ORIGIN, origin);
    }

    /** Writes what changed the object. */
    public void putTransformations(String transformations) {
        put(BuildAnnotations.TRANSFORMATIONS, transformations);
    }

    /** Those that a change of the whole object has to leave: name to value. */
    public Map<String, String> internal() {
        Map<String, String> internal = resource.annotations();
        internal.keySet().removeIf(name -> !BuildAnnotations.isInternal(name));
        return internal;
    }

    /** Takes one annotation off. */
    public void remove(String name) {
        Map<String, String> annotations = resource.annotations();
        annotations.remove(name);
        resource.setAnnotations(annotations);
    }

    /** Takes all of them off. */
    public void removeAll() {
        Map<String, String> annotations = resource.annotations();
        if (!annotations.isEmpty()) {
            annotations.keySet().removeAll(BuildAnnotations.ALL);
            resource.setAnnotations(annotations);
        }
    }
}
