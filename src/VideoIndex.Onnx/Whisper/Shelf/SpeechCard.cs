using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Shelf;

/// <summary>What is kept of a speech model beside its files.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="Licence">Its licence, as an SPDX identifier; <c>unknown</c> for one that was imported.</param>
/// <param name="Source">The address its files came from; null for one that was imported.</param>
/// <param name="Files">Its files, the weights first. Where they were fetched, their hashes are those of the first download.</param>
internal sealed record SpeechCard(string Name, string Licence, Uri? Source, IReadOnlyList<SpeechFile> Files)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "speech.json";

    private const int MostBytes = 1_000_000, MostFiles = 200, ShortHash = 12;

    /// <summary>Gets the hash of all its files together, 64 hex digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(Files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name} {file.Sha256}\n")))));

    /// <summary>Gets the card that the catalogue shows.</summary>
    public ModelCard Shown => new(Name, ModelTasks.Transcription, Sha256[..ShortHash], Licence, Sha256, Files.Sum(file => file.Bytes), "whisper") { Source = Source };

    /// <summary>Reads it.</summary>
    /// <exception cref="ModelException">It is missing or damaged.</exception>
    public static SpeechCard Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            using var document = new FileInfo(path) is { Exists: true, Length: <= MostBytes } ? JsonDocument.Parse(File.ReadAllBytes(path))
                : throw new ModelException("bad-card", $"'{folder}' has no card.");
            var root = document.RootElement;
            var files = root.GetProperty("files").EnumerateArray().Select(file => new SpeechFile(
                file.GetProperty("name").GetString() ?? "..", file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString() ?? "")).ToList();
            return files.Count is 0 or > MostFiles || files.Exists(file => Path.IsPathRooted(file.Name) || file.Name.Contains("..", StringComparison.Ordinal) || file.Sha256.Length != 64)
                ? throw new ModelException("bad-card", $"'{path}' names files that cannot be.")
                : new SpeechCard(
                    root.GetProperty("name").GetString() ?? "", root.GetProperty("licence").GetString() ?? "",
                    root.TryGetProperty("source", out var source) && Uri.TryCreate(source.GetString(), UriKind.Absolute, out var address) ? address : null, files);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelException("bad-card", $"'{path}' is no card of a speech model.", failure);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(string folder)
    {
        using var file = File.Create(Path.Combine(folder, FileName));
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("licence", Licence);
        if (Source is not null)
        {
            json.WriteString("source", Source.ToString());
        }

        json.WriteStartArray("files");
        foreach (var one in Files)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name);
            json.WriteNumber("bytes", one.Bytes);
            json.WriteString("sha256", one.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A file of a speech model.</summary>
/// <param name="Name">Its name, relative to the model's folder.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Sha256">Its hash, 64 hex digits.</param>
internal sealed record SpeechFile(string Name, long Bytes, string Sha256);
