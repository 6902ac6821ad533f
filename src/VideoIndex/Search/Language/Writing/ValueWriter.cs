using System.Globalization;
using VideoIndex.Metadata;
using VideoIndex.Search.Language.Reading.Values;

namespace VideoIndex.Search.Language.Writing;

/// <summary>Writes the fields that choose videos and evidence, with their values.</summary>
internal static class ValueWriter
{
    /// <summary>Returns a test of evidence as text.</summary>
    public static string Write(EvidenceTest test) => test switch
    {
        ConfidenceTest confidence => $"confidence:{NumberWriter.Sign(confidence.Limit.Comparison)}{NumberWriter.Part(confidence.Limit.Value)}",
        AuthorTest { Kind: null } author => $"by:{TermWriter.Quoted(author.Name ?? "")}",
        AuthorTest author => $"by:{EvidenceFields.Authors.First(one => one.Value == author.Kind).Key}{(author.Name is { } name ? $":{Words(name)}" : "")}",
        StatusTest status => $"status:{status.Status}",
        LanguageTest language => $"language:{language.Language[0]}",
        SpeakerTest speaker => $"speaker:{Words(speaker.Speaker)}",
        _ => throw new ArgumentException($"There is no way to write a {test?.GetType().Name}.", nameof(test)),
    };

    /// <summary>Returns a test of videos as text.</summary>
    public static string Write(VideoTest test) => test switch
    {
        DateTest date => $"{Name(date.What)}:{NumberWriter.Exactly(date.Comparison)}{Days(date)}",
        MeasureTest measure => Write(measure),
        StateTest state => $"state:{state.State.ToString().ToLowerInvariant()}",
        CollectionTest collection => $"collection:{Words(collection.Name)}",
        FieldTest field => $"{field.Field.Name}:{NumberWriter.Exactly(field.Comparison)}{(field.Value.Text is { } words ? Words(words) : FieldValues.Write(field.Value))}",
        _ => throw new ArgumentException($"There is no way to write a {test?.GetType().Name}.", nameof(test)),
    };

    private static string Write(MeasureTest measure) => measure.What switch
    {
        VideoMeasure.Duration => $"duration:{NumberWriter.Sign(measure.Limit.Comparison)}{NumberWriter.Length(measure.Limit.Value)}",
        VideoMeasure.Rate => $"rate:{NumberWriter.Value(measure.Limit, NumberWriter.Rate)}",
        _ => $"height:{NumberWriter.Value(measure.Limit, NumberWriter.Decimal)}",
    };

    private static string Name(Enum value) => value.ToString().ToLowerInvariant();

    private static string Days(DateTest date)
    {
        var form = date.Until == date.From.AddDays(1) ? "yyyy-MM-dd" : date.Until == date.From.AddMonths(1) ? "yyyy-MM" : "yyyy";
        return date.From.ToString(form, CultureInfo.InvariantCulture);
    }

    private static string Words(string text) => text.All(sign => char.IsLetterOrDigit(sign) || sign == '-') ? text : TermWriter.Quoted(text);
}
