using VideoIndex.Interchange.Captions;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Captions;

/// <summary>Turns caption files into short strings.</summary>
internal static class Cued
{
    public static string Of(CaptionFile file) => string.Join("; ", [.. file.Utterances.Select(Of), .. file.Complaints]);

    public static string Of(Utterance utterance) =>
        $"[{utterance.Span.Start.Seconds},{utterance.Span.End.Seconds}) {utterance.Text.Replace('\n', '|')}";
}
