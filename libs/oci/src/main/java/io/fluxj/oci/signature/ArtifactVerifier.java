package io.fluxj.oci.signature;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;

/** Finds out whether somebody that is trusted vouches for an artifact. */
@FunctionalInterface
public interface ArtifactVerifier {
    /**
     * Looks at the signatures of a manifest.
     *
     * @throws UnverifiedException when nobody that is trusted signed it
     * @throws RegistryException when the registry does not say
     */
    Verdict verify(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException;
}
