namespace VideoIndex.SpeechServices.Tests.Programs;

/// <summary>A shell script in whisper-cli's place, in a folder of its own with a model beside it. What it was called with is kept line by line.</summary>
internal sealed class FakeProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videoindex-test-");

    public FakeProgram(string script)
    {
        Model = System.IO.Path.Combine(_folder.FullName, "ggml-fake.bin");
        File.WriteAllText(Model, "");
        Path = System.IO.Path.Combine(_folder.FullName, "whisper-cli");
        File.WriteAllText(Path, $$"""
            #!/bin/sh
            here="{{_folder.FullName}}"
            for word in "$@"; do printf '%s\n' "$word"; done >> "$here/called"
            echo "key=$VIDEOINDEX_SPEECH_KEY" >> "$here/called"
            while [ $# -gt 0 ]; do
              case "$1" in --file) file="$2";; --output-file) out="$2";; esac
              shift
            done
            wc -c < "$file" >> "$here/sizes"
            {{script}}
            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Folder => _folder.FullName;

    public string Path { get; }

    public string Model { get; }

    public string[] Called => File.ReadAllLines(System.IO.Path.Combine(_folder.FullName, "called"));

    public int[] Sizes => [.. File.ReadAllLines(System.IO.Path.Combine(_folder.FullName, "sizes")).Select(line => int.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];

    public void Dispose() => _folder.Delete(recursive: true);
}
