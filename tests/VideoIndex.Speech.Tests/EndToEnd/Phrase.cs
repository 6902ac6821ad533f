using System.Text.Json;
using VideoIndex.Hearing;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.EndToEnd;

/// <summary>A spoken sentence, with the time of every word as the synthesiser said it.</summary>
public sealed record Phrase(string File, string Language, string Text, IReadOnlyList<PhraseWord> Words)
{
    private static readonly string Folder = Path.Combine(MicroModel.Folder, "phrases");
    private static readonly JsonSerializerOptions Lower = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Phrase> All { get; } =
        JsonSerializer.Deserialize<Phrase[]>(System.IO.File.ReadAllText(Path.Combine(Folder, "truth.json")), Lower)!;

    public double Seconds => (double)Sound().Length / ISound.Rate;

    public ArraySound Sound() => WaveFile.Read(Path.Combine(Folder, File)).Channel(0);
}

/// <summary>A word of it, in seconds from the beginning of its file.</summary>
public sealed record PhraseWord(string Text, double Start, double End);
