using System.Globalization;
using VideoIndex.Metadata;

namespace VideoIndex.Testing.Contracts.Keeping;

/// <summary>What people keep and say, in dictionaries and the plainest rules: what a store must agree with.</summary>
internal sealed class KeepingModel
{
    public Dictionary<string, (string Type, List<string> Choices)> Fields { get; } = [];

    public Dictionary<(string Video, string Field), List<string>> Values { get; } = [];

    public HashSet<(string Video, string Collection)> Collected { get; } = [];

    /// <summary>Gets the chapters each video has now: a span in seconds and a label.</summary>
    public Dictionary<string, List<(int Start, int End, string Label)>> Chapters { get; } = [];

    /// <summary>Gets the verdicts, the latest last.</summary>
    public List<(string Video, (int Start, int End, string Label) Chapter, string Status)> Verdicts { get; } = [];

    public List<(string Video, long Number, (int Start, int End, string Label) Tag)> Tags { get; } = [];

    /// <summary>Makes a change; returns the code it is refused with.</summary>
    public string? Make(FactChange change, Func<VideoIndex.Videos.VideoId, string> nameOf) => change switch
    {
        FactChange.Define { Field: var field } => Define(field),
        FactChange.RemoveChoice { Field: var field, Choice: var choice, WithValues: var with } => RemoveChoice(field, choice, with),
        FactChange.RemoveField { Field: var field, WithValues: var with } => RemoveField(field, with),
        FactChange.Give { Video: var id, Field: var field, Typed: var typed } => Set(nameOf(id), field, typed),
        FactChange.Collect { Video: var id, Collection: var name } => Collected.Add((nameOf(id), name)) ? null : null,
        FactChange.Release { Video: var id, Collection: var name } => Collected.All(one => one.Collection != name) ? "no-such-collection" : Collected.Remove((nameOf(id), name)) ? null : null,
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public void Remove(string video)
    {
        Chapters.Remove(video);
        Values.Keys.Where(key => key.Video == video).ToList().ForEach(key => Values.Remove(key));
        Collected.RemoveWhere(one => one.Video == video);
        Verdicts.RemoveAll(one => one.Video == video);
        Tags.RemoveAll(one => one.Video == video);
    }

    /// <summary>Says how a video stands: its values and collections, then its chapters and tags with what people say of them.</summary>
    public string Say(string video)
    {
        var values = Values.Where(one => one.Key.Video == video && one.Value.Count > 0).OrderBy(one => one.Key.Field, StringComparer.Ordinal).Select(one => $"{one.Key.Field}={string.Join(", ", one.Value)}");
        var collections = Collected.Where(one => one.Video == video).Select(one => one.Collection).Order(StringComparer.Ordinal);
        var chapters = Chapters[video].Distinct().Select(one => $"chapter {one.Start}-{one.End} {one.Label} {StatusOf(video, one)}");
        var tags = Tags.Where(one => one.Video == video).Select(one => $"tag {one.Tag.Start}-{one.Tag.End} {one.Tag.Label} verified");
        return $"{string.Join("; ", values)} [{string.Join(", ", collections)}] {string.Join("; ", chapters.Concat(tags).Order(StringComparer.Ordinal))}";
    }

    private string StatusOf(string video, (int Start, int End, string Label) chapter)
    {
        var mine = Verdicts.Where(one => one.Video == video).ToList();
        if (mine.Exists(one => one.Chapter == chapter))
        {
            return mine.FindLast(one => one.Chapter == chapter).Status;
        }

        return mine.FindLast(one => !Chapters[video].Contains(one.Chapter) && one.Chapter.Label == chapter.Label && IsNear(one.Chapter, chapter)).Status ?? "unreviewed";
    }

    // More than half of the shorter, second by second.
    private static bool IsNear((int Start, int End, string Label) one, (int Start, int End, string Label) other)
    {
        var shared = Enumerable.Range(0, 600).Count(second => second >= one.Start && second < one.End && second >= other.Start && second < other.End);
        return 2 * shared > Math.Min(one.End - one.Start, other.End - other.Start);
    }

    private string? Define(FieldDefinition field)
    {
        var type = field.Type.Name();
        if (Fields.TryGetValue(field.Name, out var known))
        {
            known.Choices.AddRange(type == known.Type ? field.Choices.Except(known.Choices).ToList() : []);
            return type == known.Type ? null : "field-exists";
        }

        Fields[field.Name] = (type, [.. field.Choices]);
        return null;
    }

    private string? RemoveChoice(string field, string choice, bool withValues)
    {
        if (!Fields.TryGetValue(field, out var known))
        {
            return "no-such-field";
        }

        var users = Values.Where(one => one.Key.Field == field && one.Value.Contains(choice)).ToList();
        var code = !known.Choices.Contains(choice) ? "no-such-choice" : known.Choices.Count == 1 ? "bad-choices" : users.Count > 0 && !withValues ? "choice-in-use" : null;
        if (code is null)
        {
            known.Choices.Remove(choice);
            users.ForEach(one => one.Value.Remove(choice));
        }

        return code;
    }

    private string? RemoveField(string field, bool withValues)
    {
        var users = Values.Keys.Where(key => key.Field == field && Values[key].Count > 0).ToList();
        var code = !Fields.ContainsKey(field) ? "no-such-field" : users.Count > 0 && !withValues ? "field-in-use" : null;
        if (code is null)
        {
            Fields.Remove(field);
            Values.Keys.Where(key => key.Field == field).ToList().ForEach(key => Values.Remove(key));
        }

        return code;
    }

    private string? Set(string video, string field, string typed)
    {
        if (!Fields.TryGetValue(field, out var known))
        {
            return "no-such-field";
        }

        var parts = typed == "" ? [] : typed.Split(';').ToList();
        var code = known.Type switch
        {
            "number" when parts.Exists(part => !int.TryParse(part, CultureInfo.InvariantCulture, out _)) => "bad-value",
            "date" when parts.Exists(part => !part.StartsWith("2026-", StringComparison.Ordinal)) => "bad-value",
            "single" when parts.Count > 1 => "no-such-choice",
            "single" or "multi" when parts.Exists(part => !known.Choices.Contains(part)) => "no-such-choice",
            _ => null,
        };
        if (code is null)
        {
            Values[(video, field)] = known.Type == "multi" ? [.. known.Choices.Where(parts.Contains)] : typed == "" ? [] : [typed];
        }

        return code;
    }
}
