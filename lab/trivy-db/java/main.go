// Makes the lab's Java database out of a readable list of archives, in the form that Trivy itself
// publishes, and pushes it to a registry:  java ARCHIVES.yaml REGISTRY/NAME:TAG
package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"github.com/aquasecurity/trivy-java-db/pkg/db"
	"github.com/aquasecurity/trivy-java-db/pkg/types"
	"gopkg.in/yaml.v3"
	_ "modernc.org/sqlite"
	"plimsoll.lab/trivy-db/artifact"
)

const layerType = "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip"

type archive struct {
	Group    string `yaml:"group"`
	Artifact string `yaml:"artifact"`
	Version  string `yaml:"version"`
	SHA1     string `yaml:"sha1"`
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: java ARCHIVES.yaml REGISTRY/NAME:TAG")
		os.Exit(64)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "java:", err)
		os.Exit(1)
	}
}

func run(list, reference string) error {
	indexes, err := read(list)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "trivy-java-db")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := fill(folder, indexes); err != nil {
		return err
	}
	now := time.Now().UTC()
	meta := db.Metadata{Version: db.SchemaVersion, UpdatedAt: now, NextUpdate: now.Add(3 * 24 * time.Hour)}
	metadata := db.NewMetadata(folder)
	if err := metadata.Update(meta); err != nil {
		return err
	}
	files := []string{"trivy-java.db", "metadata.json"}
	return artifact.Push(folder, reference, artifact.Kind{LayerType: layerType, Title: "javadb.tar.gz", Files: files})
}

func fill(folder string, indexes []types.Index) error {
	database, err := db.New(folder)
	if err != nil {
		return err
	}
	defer database.Close()
	if err := database.Init(); err != nil {
		return err
	}
	return database.InsertIndexes(indexes)
}

func read(list string) ([]types.Index, error) {
	text, err := os.Open(list)
	if err != nil {
		return nil, err
	}
	defer text.Close()
	decoder := yaml.NewDecoder(text)
	decoder.KnownFields(true)
	var archives []archive
	if err := decoder.Decode(&archives); err != nil {
		return nil, err
	}
	var indexes []types.Index
	for _, a := range archives {
		digest, err := hex.DecodeString(a.SHA1)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Artifact, err)
		}
		indexes = append(indexes, types.Index{
			GroupID: a.Group, ArtifactID: a.Artifact, Version: a.Version, SHA1: digest, ArchiveType: types.JarType,
		})
	}
	return indexes, nil
}
