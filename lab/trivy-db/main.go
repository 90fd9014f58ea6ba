// Makes the lab's vulnerability database out of a readable list of advisories, in the form that Trivy
// itself publishes, and pushes it to a registry:  trivy-db ADVISORIES.yaml REGISTRY/NAME:TAG
package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/aquasecurity/trivy-db/pkg/db"
	"github.com/aquasecurity/trivy-db/pkg/metadata"
	"github.com/aquasecurity/trivy-db/pkg/types"
	bolt "go.etcd.io/bbolt"
	"gopkg.in/yaml.v3"
	"plimsoll.lab/trivy-db/artifact"
)

const layerType = "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip"

// source is where a group of advisories comes from; its bucket is how Trivy finds it.
type source struct {
	Bucket     string                `yaml:"bucket"`
	ID         string                `yaml:"id"`
	Name       string                `yaml:"name"`
	URL        string                `yaml:"url"`
	Advisories map[string][]advisory `yaml:"advisories"` // by package
}

type advisory struct {
	ID         string   `yaml:"id"`
	Severity   string   `yaml:"severity"`
	Status     string   `yaml:"status"`     // Debian, without a fix
	Fixed      string   `yaml:"fixed"`      // Debian
	Vulnerable []string `yaml:"vulnerable"` // languages
	Patched    []string `yaml:"patched"`    // languages
	Title      string   `yaml:"title"`
	Score      float64  `yaml:"score"`
	Published  string   `yaml:"published"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: trivy-db ADVISORIES.yaml REGISTRY/NAME:TAG")
		os.Exit(64)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "trivy-db:", err)
		os.Exit(1)
	}
}

func run(list, reference string) error {
	sources, err := read(list)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "trivy-db")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := fill(folder, sources); err != nil {
		return err
	}
	now := time.Now().UTC()
	meta := metadata.Metadata{Version: db.SchemaVersion, UpdatedAt: now, NextUpdate: now.Add(24 * time.Hour)}
	if err := metadata.NewClient(folder).Update(meta); err != nil {
		return err
	}
	return artifact.Push(folder, reference, artifact.Kind{LayerType: layerType, Title: "db.tar.gz", Files: []string{"trivy.db", "metadata.json"}})
}

func read(list string) ([]source, error) {
	text, err := os.Open(list)
	if err != nil {
		return nil, err
	}
	defer text.Close()
	decoder := yaml.NewDecoder(text)
	decoder.KnownFields(true)
	var sources []source
	return sources, decoder.Decode(&sources)
}

func fill(folder string, sources []source) error {
	if err := db.Init(folder); err != nil {
		return err
	}
	defer db.Close()
	config := db.Config{}
	return config.BatchUpdate(func(tx *bolt.Tx) error {
		for _, s := range sources {
			if err := put(config, tx, s); err != nil {
				return err
			}
		}
		return nil
	})
}

func put(config db.Config, tx *bolt.Tx, s source) error {
	origin := types.DataSource{ID: types.SourceID(s.ID), Name: s.Name, URL: s.URL}
	if err := config.PutDataSource(tx, s.Bucket, origin); err != nil {
		return err
	}
	for pkg, advisories := range s.Advisories {
		for _, a := range advisories {
			severity, err := types.NewSeverity(strings.ToUpper(a.Severity))
			if err != nil {
				return fmt.Errorf("%s: %w", a.ID, err)
			}
			stored := types.Advisory{FixedVersion: a.Fixed, VulnerableVersions: a.Vulnerable, PatchedVersions: a.Patched}
			if a.Status != "" {
				stored.Status = types.NewStatus(a.Status)
				stored.Severity = severity
			}
			if err := config.PutAdvisory(tx, []string{s.Bucket, pkg}, a.ID, &stored); err != nil {
				return err
			}
			if err := describe(config, tx, s, a, severity); err != nil {
				return err
			}
		}
	}
	return nil
}

func describe(config db.Config, tx *bolt.Tx, s source, a advisory, severity types.Severity) error {
	published, err := time.Parse(time.DateOnly, a.Published)
	if err != nil {
		return fmt.Errorf("%s: published: %w", a.ID, err)
	}
	about := types.Vulnerability{
		Title:          a.Title,
		Description:    a.Title + ".",
		Severity:       severity.String(),
		VendorSeverity: types.VendorSeverity{types.SourceID(s.ID): severity, "nvd": severity},
		CVSS:           types.VendorCVSS{"nvd": {V3Score: a.Score}},
		References:     []string{"https://nvd.nist.gov/vuln/detail/" + a.ID},
		PublishedDate:  &published,
	}
	if err := config.PutVulnerability(tx, a.ID, about); err != nil {
		return err
	}
	return config.PutVulnerabilityID(tx, a.ID)
}
