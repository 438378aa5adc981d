package io.fluxj.kustomize.filter.patch;

import io.fluxj.kustomize.BuildException;
import io.fluxj.kustomize.filter.Transformer;
import io.fluxj.kustomize.kustomization.Selector;
import io.fluxj.kustomize.resource.Resource;
import io.fluxj.kustomize.resource.ResourceMap;
import io.fluxj.kustomize.select.SelectedResources;
import io.fluxj.kustomize.yaml.Plain;
import io.fluxj.kustomize.yaml.PlainNodes;
import io.fluxj.kustomize.yaml.YamlException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies a JSON patch to the objects that it is meant for.
 *
 * @param remembers whether the objects note the name they had before
 */
record JsonPatchTransformer(JsonPatch patch, Selector target, boolean remembers) implements Transformer {

    @Override
    public void transform(ResourceMap resources) {
        for (Resource resource : SelectedResources.of(resources, target)) {
            try {
                apply(resource);
                resources.changed(resource);
            } catch (YamlException e) {
                throw resource.locate(e);
            } catch (BuildException e) {
                throw resource.locate(e);
            }
        }
    }

    private void apply(Resource resource) {
        if (remembers) {
            resource.rememberId();
        }
        Map<String, String> internal = resource.marks().internal();
        @Nullable Object document = Plain.ofResource(resource.root());
        if (document != null) {
            document = patch.apply(document);
        }
        resource.setRoot(PlainNodes.ofJsonDoubles(document));
        Map<String, String> annotations = resource.annotations();
        annotations.putAll(internal);
        resource.setAnnotations(annotations);
    }
}
