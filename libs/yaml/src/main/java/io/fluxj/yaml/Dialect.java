package io.fluxj.yaml;

/** The two versions of go-yaml that Go programs use side by side. */
public enum Dialect {
    /** go-yaml 2, which {@code sigs.k8s.io/yaml} uses: lists in maps are not indented. */
    V2,
    /** go-yaml 3: lists in maps are indented. */
    V3
}
