package io.fluxj.kustomize.resource;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.id.ResourceId;
import io.fluxj.kustomize.schema.SchemaInUse;
import io.fluxj.kustomize.yaml.Lookup;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object during a build: its nodes, and the names it had before. Mutable and owned by one build. */
public final class Resource {

    private final SchemaInUse schema;
    private Node root;
    private List<String> variables = new ArrayList<>(0);
    private Place place;

    public Resource(Node root, SchemaInUse schema, Place place) {
        this.root = root;
        this.schema = schema;
        this.place = place;
    }

    public Node root() {
        return root;
    }

    public void setRoot(Node newRoot) {
        root = newRoot;
    }

    public SchemaInUse schema() {
        return schema;
    }

    /** Where it came into the build. */
    public Place place() {
        return place;
    }

    /** Refuses an object that transformers left without a kind, or without a name. */
    public void requireNamed() {
        if (Mappings.text(root, "kind").isEmpty()) {
            throw locateRaw(BuildException.because("nothing is left of the kind of this object"));
        }
        Node metadata = Mappings.find(root, "metadata");
        boolean named = metadata != null && metadata.isMapping() && !name().isEmpty();
        if (!named && !kind().endsWith("List")) {
            throw locateRaw(BuildException.because("nothing is left of the name of this " + kind()));
        }
        try {
            annotations();
        } catch (BuildException e) {
            throw locateRaw(e);
        }
    }

    private BuildException locateRaw(BuildException failure) {
        return place.locate(failure.hint("look at the patches and replacements that change it"));
    }

    /** Notes the kustomization file, and the field of it, through which it came into the build, for errors. */
    public void broughtBy(String kustomization, String field) {
        place = place.broughtBy(kustomization, field);
    }

    /** Whether a patch left nothing of it. */
    public boolean isGone() {
        return root.isNullOrEmpty();
    }

    /** Takes everything out of it. */
    public void delete() {
        root = Node.mapping();
    }

    public Resource copy() {
        Resource copy = new Resource(root.copy(), schema, place);
        copy.variables = new ArrayList<>(variables);
        return copy;
    }

    public String apiVersion() {
        return topText("apiVersion");
    }

    public String kind() {
        return topText("kind");
    }

    private String topText(String field) {
        Node value = Mappings.find(root, field);
        return value == null ? "" : value.value();
    }

    public Gvk gvk() {
        return Gvk.of(apiVersion(), kind());
    }

    public String name() {
        return Metadata.text(root, "name");
    }

    public String namespace() {
        return Metadata.text(root, "namespace");
    }

    /** A copy of the labels as text. */
    public Map<String, String> labels() {
        return Metadata.map(root, "labels");
    }

    /** A copy of the annotations as text, those of the build among them. */
    public Map<String, String> annotations() {
        return Metadata.map(root, "annotations");
    }

    public void setKind(String kind) {
        Mappings.set(root, "kind", Node.scalar(kind));
    }

    public void setGvk(Gvk gvk) {
        setKind(gvk.kind());
        Mappings.set(root, "apiVersion", Node.scalar(gvk.apiVersion()));
    }

    public void setName(String name) {
        Metadata.setText(root, "name", name);
    }

    public void setNamespace(String namespace) {
        Metadata.setNamespace(root, namespace);
    }

    public void setLabels(Map<String, String> labels) {
        Metadata.setMap(root, "labels", labels);
    }

    public void setAnnotations(Map<String, String> annotations) {
        Metadata.setMap(root, "annotations", annotations);
    }

    public void setLabel(String key, String value) {
        Metadata.setEntry(root, "labels", key, value);
    }

    public void setAnnotation(String key, String value) {
        Metadata.clearEmptyAnnotations(root);
        Metadata.setEntry(root, "annotations", key, value);
    }

    public Optional<String> annotation(String key) {
        return Optional.ofNullable(Metadata.entry(root, "annotations", key));
    }

    /** What it is called now. */
    public ResourceId currentId() {
        Gvk gvk = gvk();
        return new ResourceId(gvk, schema.isClusterScoped(gvk), name(), namespace());
    }

    /** What it was called when it was read or generated. */
    public ResourceId originalId() {
        List<ResourceId> previous = previousIds();
        return previous.isEmpty() ? currentId() : previous.get(0);
    }

    /** What it was called before, oldest first, without the current id. */
    public List<ResourceId> previousIds() {
        return FormerIds.previousIds(this);
    }

    /** All ids, the current one last. */
    public List<ResourceId> allIds() {
        List<ResourceId> ids = new ArrayList<>(previousIds());
        ids.add(currentId());
        return ids;
    }

    /** Notes the current id as a previous one. */
    public void rememberId() {
        FormerIds.remember(this);
    }

    public void addPrefix(String prefix) {
        FormerIds.append(this, BuildAnnotations.PREFIXES, prefix);
    }

    public void addSuffix(String suffix) {
        FormerIds.append(this, BuildAnnotations.SUFFIXES, suffix);
    }

    public List<String> prefixes() {
        return FormerIds.list(this, BuildAnnotations.PREFIXES);
    }

    public List<String> suffixes() {
        return FormerIds.list(this, BuildAnnotations.SUFFIXES);
    }

    /** What the build notes on it. */
    public Marks marks() {
        return new Marks(this);
    }

    /** Names of the {@code vars} that read from it. */
    public List<String> variables() {
        return variables;
    }

    /** Takes metadata of another object: its name and namespace; labels and annotations that are not its own. */
    public void mergeMetadataFrom(Resource other) {
        Inheritance.metadata(this, other);
        variables = new ArrayList<>(other.variables);
    }

    /** What lies at a path, or null. */
    public @Nullable Node find(List<String> path) {
        return Lookup.find(root, path);
    }

    /** A failure on this object. */
    public BuildException problem(String what) {
        return locate(BuildException.because(what));
    }

    /** Adds this object and its file to a failure. */
    public BuildException locate(BuildException failure) {
        return place.locate(failure.onObject(currentId().describe()));
    }

    /** The same for a failure of the YAML layer. */
    public BuildException locate(YamlException failure) {
        BuildException bare =
                BuildException.because(String.valueOf(failure.getMessage())).causedBy(failure);
        BuildException problem = failure.hint().map(bare::hint).orElse(bare);
        return locate(
                place.file().isEmpty() ? problem : problem.inFile(place.file()).atLine(failure.line()));
    }
}
