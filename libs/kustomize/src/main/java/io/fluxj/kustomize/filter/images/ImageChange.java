package io.fluxj.kustomize.filter.images;

import com.google.re2j.Pattern;
import io.fluxj.kustomize.fieldspec.Setter;
import io.fluxj.kustomize.kustomization.Image;
import io.fluxj.kustomize.yaml.Mappings;
import io.fluxj.kustomize.yaml.Node;

/** What a kustomization wants to change about images of one name, with the pattern that this name is. */
public record ImageChange(Image image, Pattern pattern) {

    /**
     * Compiles the name.
     *
     * @throws io.fluxj.kustomize.BuildException if it is no valid pattern
     */
    public static ImageChange of(Image image) {
        return new ImageChange(image, ImageName.matcher(image.name()));
    }

    /** Changes a field if it holds the image. */
    void apply(Node field) {
        Mappings.require(field, Node.Kind.SCALAR);
        if (pattern.matcher(field.value()).find()) {
            Setter.text(field, changed(ImageName.of(field.value())).toString());
        }
    }

    private ImageName changed(ImageName old) {
        String name = image.newName().isEmpty() ? old.name() : image.newName();
        if (!image.newTag().isEmpty() || !image.digest().isEmpty()) {
            return new ImageName(name, image.newTag(), image.digest());
        }
        if (!image.tagSuffix().isEmpty()) {
            return new ImageName(name, old.tag() + image.tagSuffix(), "");
        }
        return new ImageName(name, old.tag(), old.digest());
    }
}
