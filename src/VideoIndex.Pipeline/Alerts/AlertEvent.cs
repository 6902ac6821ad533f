using System.Text.Json.Nodes;
using VideoIndex.Alerts;
using VideoIndex.Search;

namespace VideoIndex.Pipeline.Alerts;

/// <summary>Writes what the event of an alert says of a moment.</summary>
public static class AlertEvent
{
    private const int MostWords = 500;
    private const int MostEvidence = 10;
    private const int MostOfEvidence = 100;

    /// <summary>Returns the moment as an alert tells of it. Long words and long lists are cut, so that the event stays below 20 KB.</summary>
    public static AlertMoment Of(Alert alert, Moment moment)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(moment);
        var details = new JsonObject
        {
            ["alert"] = alert.Name,
            ["question"] = Cut(alert.Question, MostWords),
            ["video"] = moment.Video.Id.ToString(),
            ["path"] = moment.Video.Path,
            ["kind"] = moment.Kind,
            ["text"] = Cut(moment.Text, MostWords),
            ["start"] = moment.Span.Start.Seconds.ToString(),
            ["end"] = moment.Span.End.Seconds.ToString(),
            ["startSeconds"] = moment.Span.Start.Seconds.ToDouble(),
            ["endSeconds"] = moment.Span.End.Seconds.ToDouble(),
            ["timecode"] = moment.Video.Timecodes?.At(moment.Span.Start).ToString(),
            ["confidence"] = moment.Confidence.Value,
            ["by"] = new JsonObject { ["kind"] = moment.Origin.Kind, ["name"] = moment.Origin.Name, ["version"] = moment.Origin.Version },
            ["evidence"] = new JsonArray([.. moment.Evidence.Take(MostEvidence).Select(Of)]),
        };
        return new AlertMoment(moment.Kind, moment.Text, moment.Span, details.ToJsonString());
    }

    private static JsonObject Of(Evidence evidence) => new()
    {
        ["term"] = Cut(evidence.Term, MostOfEvidence),
        ["field"] = evidence.Field,
        ["start"] = evidence.Span.Start.Seconds.ToString(),
        ["end"] = evidence.Span.End.Seconds.ToString(),
        ["text"] = Cut(evidence.Marked.Replace(Marking.Open.ToString(), "", StringComparison.Ordinal).Replace(Marking.Close.ToString(), "", StringComparison.Ordinal), MostOfEvidence),
    };

    // Not between the halves of a character.
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "\u2026");
}
