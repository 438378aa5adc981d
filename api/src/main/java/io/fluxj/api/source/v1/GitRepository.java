package io.fluxj.api.source.v1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A Git repository, of which one revision at a time is fetched and offered to others as an artifact. */
@Group("source.toolkit.fluxcd.io")
@Version("v1")
@Kind("GitRepository")
@Plural("gitrepositories")
@Singular("gitrepository")
@ShortNames("gitrepo")
public final class GitRepository extends CustomResource<GitRepositorySpec, GitRepositoryStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;

    /** An object with neither metadata nor spec nor status yet. */
    public GitRepository() {}
}
