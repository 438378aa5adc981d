package io.fluxj.oci;

import io.fluxj.archive.Digest;
import java.nio.file.Path;
import java.util.List;

/** What is asked of a registry. All of it may block until the access's time is over, and ends when the thread is interrupted. */
public interface Registry extends AutoCloseable {
    /** The digest that a reference leads to. */
    Digest resolve(Reference reference) throws RegistryException, InterruptedException;

    /**
     * All that the registry calls tags of a repository, in its order, each once. Some registries list what no reference can name, such as {@code 1.0.0+1}.
     */
    List<String> listedTags(Repository repository) throws RegistryException, InterruptedException;

    /** All tags of a repository that a reference can name, in the registry's order. */
    default List<String> tags(Repository repository) throws RegistryException, InterruptedException {
        return listedTags(repository).stream().filter(Reference.Tag::isValid).toList();
    }

    /** A manifest, its digest checked. */
    Manifest manifest(Reference reference) throws RegistryException, InterruptedException;

    /** A small blob, its digest and size checked. */
    byte[] bytes(Repository repository, Descriptor blob) throws RegistryException, InterruptedException;

    /**
     * Writes a blob into a file as it comes in, its digest and size checked.
     *
     * @param file is made, or overwritten; after a failure it holds anything
     */
    void download(Repository repository, Descriptor blob, Path file) throws RegistryException, InterruptedException;

    /**
     * What refers to a manifest, such as its signatures, by the referrers API or, where there is none, by the tag that stands in for it.
     * Source: OCI distribution specification 1.1.
     */
    List<Descriptor> referrers(Repository repository, Digest subject) throws RegistryException, InterruptedException;

    /**
     * The artifact that a reference leads to: of an index the one for {@link Descriptor.Platform#DEFAULT}, as Flux takes it.
     *
     * @throws RegistryException also when an index has none for it
     */
    default Manifest.Image image(Reference reference) throws RegistryException, InterruptedException {
        Manifest manifest = manifest(reference);
        return switch (manifest) {
            case Manifest.Image image -> image;
            case Manifest.Index index -> imageOf(reference, index);
        };
    }

    private Manifest.Image imageOf(Reference reference, Manifest.Index index)
            throws RegistryException, InterruptedException {
        Descriptor chosen = index.on(Descriptor.Platform.DEFAULT)
                .orElseThrow(() -> new RegistryException(
                        RegistryException.Problem.NOT_FOUND,
                        "no child with platform " + Descriptor.Platform.DEFAULT + " in index " + reference));
        Manifest child = manifest(reference.repository().digest(chosen.digest()));
        return switch (child) {
            case Manifest.Image image -> image;
            case Manifest.Index _ ->
                throw new RegistryException(
                        RegistryException.Problem.MALFORMED, "the index " + reference + " leads to another index");
        };
    }

    @Override
    void close();
}
