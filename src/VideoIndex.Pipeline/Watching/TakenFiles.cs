using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoIndex.Pipeline.Watching;

/// <summary>
/// Remembers which files were taken, by path, length and time of change, so that a restart need not read a whole folder
/// again. It only saves time: a file it has forgotten is read once more, and known by its content.
/// </summary>
public sealed class TakenFiles
{
    private const int Roomy = 1000;

    private readonly string _file;
    private readonly Dictionary<string, SeenFile> _taken = new(StringComparer.Ordinal);

    private TakenFiles(string file) => _file = file;

    /// <summary>Opens the memory kept in a file, one JSON object a line, the latest of a path last. A line that cannot be read is passed over: a kill may have torn it.</summary>
    /// <param name="file">The file; it is made when something is first kept.</param>
    public static TakenFiles Open(string file)
    {
        var memory = new TakenFiles(file);
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        foreach (var line in lines)
        {
            if (Read(line) is { } seen)
            {
                memory._taken[seen.Path] = seen;
            }
        }

        if (lines.Length > Roomy + (4 * memory._taken.Count))
        {
            memory.Rewrite();
        }

        return memory;
    }

    /// <summary>Returns whether this very file was taken: the same path, length and time.</summary>
    public bool Holds(SeenFile file) => _taken.TryGetValue(file.Path, out var taken) && taken == file;

    /// <summary>Remembers a file.</summary>
    public void Keep(SeenFile file)
    {
        _taken[file.Path] = file;
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        using var lines = new FileStream(_file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        lines.Write(Line(file));
    }

    // A line begins on a new line even where a kill has torn the one before.
    private static byte[] Line(SeenFile file) =>
        [(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(new TakenLine(file.Path, file.Bytes, file.Modified), TakenLines.Default.TakenLine), (byte)'\n'];

    private static SeenFile? Read(string line)
    {
        try
        {
            return line is not "" && JsonSerializer.Deserialize(line, TakenLines.Default.TakenLine) is { Path: { } path } read
                ? new SeenFile(path, read.Bytes, read.Modified)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A watcher of another folder may lose a line by this, which costs it one read.
    private void Rewrite()
    {
        var aside = _file + ".new";
        using (var lines = File.Create(aside))
        {
            foreach (var file in _taken.Values)
            {
                lines.Write(Line(file));
            }

            lines.Flush(flushToDisk: true);
        }

        File.Move(aside, _file, overwrite: true);
    }
}

internal sealed record TakenLine(string Path, long Bytes, DateTimeOffset Modified);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TakenLine))]
internal sealed partial class TakenLines : JsonSerializerContext;
