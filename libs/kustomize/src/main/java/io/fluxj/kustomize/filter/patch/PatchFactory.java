package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.KustomizationReader;
import io.fluxj.kustomize.kustomization.Patch;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.load.Directory;
import io.fluxj.kustomize.load.Texts;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes transformers of the patches that a kustomization names. */
public final class PatchFactory {

    private final Directory directory;
    private final ResourceReader reader;

    public PatchFactory(Directory directory, ResourceReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /** An entry of {@code patches}, of either form. */
    public Transformer patch(Patch entry) {
        String inline = entry.patch().strip();
        if (inline.isEmpty() == entry.path().isEmpty()) {
            throw BuildException.because(
                            inline.isEmpty()
                                    ? "a patch needs one of patch and path"
                                    : "a patch cannot have both patch and path")
                    .hint("write the patch under patch, or name its file under path");
        }
        String file = inline.isEmpty() ? directory.describe(entry.path()) : "";
        String text = inline.isEmpty() ? Texts.of(directory.load(entry.path()), file) : inline;
        List<Resource> objects = tryObjects(text, file);
        JsonPatch operations = tryOperations(text, objects == null);
        if (objects == null && operations == null) {
            throw unreadable(text, file);
        }
        if (objects == null) {
            return jsonPatch(operations, entry.target());
        }
        if (!objects.isEmpty() && operations != null && !operations.isEmpty()) {
            throw BuildException.because("the patch could be a strategic merge patch as well as a JSON patch")
                    .hint("make an entry in patches for each");
        }
        return strategicPatch(objects, entry, file.isEmpty() ? "the inline patch" : file);
    }

    private static Transformer jsonPatch(@Nullable JsonPatch operations, @Nullable Selector target) {
        if (operations == null || target == null) {
            throw BuildException.because("a JSON patch does not say which objects it is for")
                    .hint("add a target with kind and name");
        }
        return new JsonPatchTransformer(operations, target, true);
    }

    private Transformer strategicPatch(List<Resource> objects, Patch entry, String source) {
        for (Resource object : objects) {
            if (entry.allowNameChange()) {
                object.marks().allowNameChange();
            }
            if (entry.allowKindChange()) {
                object.marks().allowKindChange();
            }
        }
        return new PatchTransformer(objects, entry.target(), source);
    }

    private @Nullable List<Resource> tryObjects(String text, String file) {
        try {
            return reader.read(text, file);
        } catch (BuildException e) {
            return null;
        }
    }

    private @Nullable JsonPatch tryOperations(String text, boolean wanted) {
        if (!wanted) {
            return null;
        }
        try {
            return JsonPatchText.read(text, directory.log().bounds());
        } catch (BuildException e) {
            return null;
        }
    }

    /** Says why the text is no patch: the reason is the one of the form that it looks like. */
    private BuildException unreadable(String text, String file) {
        try {
            if (text.startsWith("[")
                    || KustomizationReader.parse(text, directory.log().bounds()) instanceof List<?>) {
                JsonPatchText.read(text, directory.log().bounds());
            } else {
                reader.read(text, file);
            }
            return BuildException.because("the patch is neither a strategic merge patch nor a JSON patch")
                    .hint("write an object with kind and name, or a list of operations");
        } catch (BuildException e) {
            return file.isEmpty() ? e : e.inFile(file);
        }
    }

    /** The deprecated {@code patchesStrategicMerge}: file names or inline patches. */
    public Transformer strategicMerge(List<String> entries) {
        List<Resource> patches = new ArrayList<>();
        for (String entry : entries) {
            List<Resource> inline = tryObjects(entry, "");
            if (inline == null) {
                String file = directory.describe(entry);
                inline = reader.read(Texts.of(directory.load(entry), file), file);
            }
            patches.addAll(inline);
        }
        if (patches.isEmpty()) {
            throw BuildException.because("the patches are empty").hint("remove the entries, or write a patch");
        }
        return PatchTransformer.deprecated(patches);
    }

    /** An entry of the deprecated {@code patchesJson6902}. */
    public Transformer json6902(Patch entry) {
        Selector target = entry.target();
        if (target == null || target.name().isEmpty()) {
            throw BuildException.because("the target has no name").hint("name the object to patch");
        }
        if (entry.path().isEmpty() == entry.patch().isEmpty()) {
            throw BuildException.because("a patch needs exactly one of patch and path")
                    .hint("write the patch under patch, or name its file under path");
        }
        String text = entry.path().isEmpty()
                ? entry.patch()
                : Texts.of(directory.load(entry.path()), directory.describe(entry.path()));
        JsonPatch patch = JsonPatchText.read(text, directory.log().bounds());
        if (patch.isEmpty()) {
            throw BuildException.because("the patch is empty").hint("remove the entry, or write an operation");
        }
        return new JsonPatchTransformer(patch, target, false);
    }
}
