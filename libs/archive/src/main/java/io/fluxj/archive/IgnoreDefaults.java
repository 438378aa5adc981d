package io.fluxj.archive;

/** What is left out when nobody says otherwise (reference: behaviour.md §1.2). */
final class IgnoreDefaults {
    static final IgnoreText VERSION_CONTROL = IgnoreText.atRoot("""
            .git/
            .gitignore
            .gitmodules
            .gitattributes
            """);

    static final IgnoreText OTHERS = IgnoreText.atRoot("""
            *.jpg
            *.jpeg
            *.gif
            *.png
            *.wmv
            *.flv
            *.tar.gz
            *.zip
            .github/
            .circleci/
            .travis.yml
            .gitlab-ci.yml
            appveyor.yml
            .drone.yml
            cloudbuild.yaml
            codeship-services.yml
            codeship-steps.yml
            **/.goreleaser.yml
            **/.sops.yaml
            **/.flux.yaml
            """);

    private IgnoreDefaults() {}
}
