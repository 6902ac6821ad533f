using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Sources;

/// <summary>The heads of the published networks that follow the sound best, as their makers name them (openai/whisper), for files that do not say them.</summary>
internal static class PublishedHeads
{
    private const int EnglishVocabulary = 51_864;

    private static readonly (int Layers, int Heads, bool English, int Mels, string Found)[] Published =
    [
        (4, 6, true, 80, "1.0 2.0 2.5 3.0 3.1 3.2 3.3 3.4"),
        (4, 6, false, 80, "2.2 3.0 3.2 3.3 3.4 3.5"),
        (6, 8, true, 80, "3.3 4.7 5.1 5.5 5.7"),
        (6, 8, false, 80, "3.1 4.2 4.3 4.7 5.1 5.2 5.4 5.6"),
        (12, 12, true, 80, "6.6 7.0 7.3 7.8 8.2 8.5 8.7 9.0 9.4 9.8 9.10 10.0 10.1 10.2 10.3 10.6 10.11 11.2 11.4"),
        (12, 12, false, 80, "5.3 5.9 8.0 8.4 8.7 8.8 9.0 9.7 9.9 10.5"),
        (24, 16, true, 80, "11.4 14.1 14.12 14.14 15.4 16.0 16.4 16.9 17.12 17.14 18.7 18.10 18.15 20.0 20.3 20.9 20.14 21.12"),
        (24, 16, false, 80, "13.15 15.4 15.15 16.1 20.0 23.4"),
        (32, 20, false, 80, "10.12 13.17 16.11 16.12 16.13 17.15 17.16 18.4 18.11 18.19 19.11 21.2 21.3 22.3 22.9 22.12 23.5 23.7 23.13 25.5 26.1 26.12 27.15"), // the second of two of this size
        (32, 20, false, 128, "7.0 10.17 12.18 13.12 16.1 17.14 19.11 21.4 24.1 25.6"),
        (4, 20, false, 128, "2.4 2.11 3.3 3.6 3.11 3.14"),
    ];

    /// <summary>Returns those of a network of some sizes; all of the upper half of the decoder's layers where none of these sizes was published.</summary>
    public static IReadOnlyList<AlignmentHead> Of(WhisperSizes sizes)
    {
        var (decoder, english) = (sizes.Decoder, sizes.Vocabulary == EnglishVocabulary);
        var known = Published.FirstOrDefault(one => (one.Layers, one.Heads, one.English, one.Mels) == (decoder.Layers, decoder.Heads, english, sizes.Mels)).Found;
        return known is null ? UpperHalf(decoder) : [.. known.Split(' ').Select(Read)];
    }

    /// <summary>Returns all heads of the upper half of a decoder's layers.</summary>
    public static IReadOnlyList<AlignmentHead> UpperHalf(StackSizes decoder) =>
        [.. from layer in Enumerable.Range(decoder.Layers / 2, decoder.Layers - decoder.Layers / 2)
            from head in Enumerable.Range(0, decoder.Heads)
            select new AlignmentHead(layer, head)];

    private static AlignmentHead Read(string pair)
    {
        var parts = pair.Split('.');
        return new AlignmentHead(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
