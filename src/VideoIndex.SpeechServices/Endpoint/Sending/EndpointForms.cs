using System.Globalization;
using VideoIndex.Hearing;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>How much is asked of a service, from the most down to what every one gives.</summary>
internal enum Asked
{
    /// <summary>Segments and words, both with times.</summary>
    Words,

    /// <summary>Segments with times.</summary>
    Segments,

    /// <summary>The text alone.</summary>
    Text,
}

/// <summary>Fills in the fields of a form, in each service's own way.</summary>
internal sealed class EndpointForms(SpeechEndpointSettings settings, ServiceDialect dialect, TranscriptionOptions options)
{
    private const int LongestGlossary = 600, LongestPrevious = 300; // characters; Whisper reads the last 224 tokens of a prompt

    /// <summary>Gets the most that can be asked.</summary>
    public Asked Most => options.WordTimes && !options.Translate && dialect != ServiceDialect.WhisperCpp ? Asked.Words : Asked.Segments;

    /// <summary>Returns the fields.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="previous">What was said before; empty where it does not count.</param>
    public IEnumerable<(string Name, string Value)> Fields(Asked asked, string previous)
    {
        var prompt = Prompt(previous);
        return (dialect == ServiceDialect.WhisperCpp ? OfWhisperCpp() : OfOpenAi(asked)).Concat(prompt.Length > 0 ? [("prompt", prompt)] : []);
    }

    private IEnumerable<(string Name, string Value)> OfOpenAi(Asked asked)
    {
        yield return ("model", CaptionText.Plain(settings.Model));
        yield return ("response_format", asked == Asked.Text ? "json" : "verbose_json");
        if (options is { Language: { } language, Translate: false })
        {
            yield return ("language", CaptionText.Plain(language));
        }

        if (asked == Asked.Words)
        {
            yield return ("timestamp_granularities[]", "word");
            yield return ("timestamp_granularities[]", "segment");
        }
    }

    // Without a language its server takes what it was started with, English unless told.
    private IEnumerable<(string Name, string Value)> OfWhisperCpp()
    {
        yield return ("response_format", "verbose_json");
        yield return ("language", options.Language is { } language ? CaptionText.Plain(language) : "auto");
        yield return ("translate", options.Translate ? "true" : "false");
        if (options.Beam > 1)
        {
            yield return ("beam_size", options.Beam.ToString(CultureInfo.InvariantCulture));
        }
    }

    private string Prompt(string previous)
    {
        var names = new List<string>();
        foreach (var name in options.Glossary.Select(CaptionText.Plain).Where(name => name.Length > 0))
        {
            if (names.Sum(known => known.Length + 2) + name.Length <= LongestGlossary)
            {
                names.Add(name);
            }
        }

        var before = CaptionText.Plain(options.Prompt);
        var tail = previous.Length <= LongestPrevious ? previous : previous[(previous.IndexOf(' ', previous.Length - LongestPrevious) + 1)..];
        return string.Join(' ', ((string[])[names.Count > 0 ? string.Join(", ", names) + "." : "", before, tail]).Where(part => part.Length > 0));
    }
}
