// Command go-kustomize builds the directories listed on standard input, one a line: id, tab, directory; all in this one
// process, one after the other (the library's schema is global). It is what bench/kustomize.sh compares with.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

func main() {
	out := flag.String("out", "", "directory for ID.yaml or ID.err; nothing is written if empty")
	reorder := flag.String("reorder", "legacy", "legacy or none")
	anywhere := flag.Bool("load-anywhere", false, "no load restrictions")
	rounds := flag.Int("rounds", 1, "how often each directory is built; all but the last round warm up")
	flag.Parse()

	options := krusty.MakeDefaultOptions()
	options.Reorder = krusty.ReorderOption(*reorder)
	if *anywhere {
		options.LoadRestrictions = types.LoadRestrictionsNone
	}
	jobs := read()
	for round := 1; round <= *rounds; round++ {
		start := time.Now()
		for _, job := range jobs {
			build(job, options, *out)
		}
		took := time.Since(start)
		fmt.Printf("round %d: %d builds in %.3f s, %.1f/s\n", round, len(jobs), took.Seconds(), float64(len(jobs))/took.Seconds())
	}
}

type job struct{ id, directory string }

func read() (jobs []job) {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if id, directory, ok := strings.Cut(lines.Text(), "\t"); ok {
			jobs = append(jobs, job{id, directory})
		}
	}
	return jobs
}

func build(job job, options *krusty.Options, out string) {
	text, err := run(job.directory, options)
	if out == "" {
		return
	}
	if err != nil {
		write(filepath.Join(out, job.id+".err"), []byte("Error: "+err.Error()+"\n"))
		return
	}
	write(filepath.Join(out, job.id+".yaml"), text)
}

// run turns a panic of the library into an error, as Flux does.
func run(directory string, options *krusty.Options) (text []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	objects, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), directory)
	if err != nil {
		return nil, err
	}
	return objects.AsYaml()
}

func write(path string, text []byte) {
	if err := os.WriteFile(path, text, 0o644); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
