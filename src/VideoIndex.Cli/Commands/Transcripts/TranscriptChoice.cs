using VideoIndex.Hearing;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Transcripts;

namespace VideoIndex.Cli.Commands.Transcripts;

/// <summary>Chooses the transcript a person means.</summary>
internal static class TranscriptChoice
{
    /// <summary>Returns the one that is meant and those that might have been: captions before what was heard, for people made them; channels of one track are one.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static (Transcript Meant, IReadOnlyList<Transcript> Others) Of(IReadOnlyList<Transcript> transcripts, int? track, string? language, string video)
    {
        var all = Conversation.Of(transcripts);
        var meant = all.Where(transcript => (track is null || transcript.Track == track) && (language is null || Speaks(transcript, language)))
            .OrderBy(transcript => CueMaker.IsCaptions(transcript) ? 0 : 1).ToList();
        if (meant is [])
        {
            var asked = (track is null ? "" : $" of audio track {track}") + (language is null ? "" : $" in '{language}'");
            throw new CommandException(ExitCodes.NotFound, "no-transcript", all is []
                ? $"There is no transcript of '{video}'."
                : $"There is no transcript{asked} of '{video}'. There is: {string.Join("; ", all.Select(Named))}.");
        }

        return (meant[0], [.. meant.Skip(1)]);
    }

    /// <summary>Returns what a transcript is called: <c>mov_text track 1 (eng)</c>, <c>whisper-base, audio track 2 (de)</c>.</summary>
    public static string Named(Transcript transcript) =>
        $"{transcript.Origin.Name}{(transcript.Track is { } track ? $", audio track {track}" : "")} ({transcript.Language ?? "unknown language"})";

    // "en" means "en-GB" and "eng" too.
    // A country that was typed is meant; without one, every way to write the language is.
    private static bool Speaks(Transcript transcript, string language) => string.Equals(transcript.Language, language, StringComparison.OrdinalIgnoreCase)
        || (!language.Contains('-', StringComparison.Ordinal) && SpokenLanguage.Of(language) is { } asked && SpokenLanguage.Of(transcript.Language) == asked);
}
