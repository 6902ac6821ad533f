using System.Globalization;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;

namespace VideoIndex.Search.Answers;

/// <summary>Counts how an answer is spread, moment by moment. The moments of a video are counted before those of the next.</summary>
/// <remarks>A moment counts once for each value that it, or a thing that speaks for it, has: a moment of two brands counts for both.</remarks>
public sealed class FacetCounter
{
    private readonly List<(string Name, Dictionary<string, Count> Values)> _facets;

    private readonly Func<string, string> _shown;

    /// <summary>Makes a counter of some facets.</summary>
    /// <param name="names">Names of <see cref="Facet.All"/>.</param>
    /// <param name="shown">What the label of a thing is counted as: see <see cref="SearchRequest.Shown"/>; null for itself.</param>
    public FacetCounter(IEnumerable<string> names, Func<string, string>? shown = null)
    {
        _facets = [.. names.Distinct().Select(name => (name, new Dictionary<string, Count>()))];
        _shown = shown ?? (label => label);
    }

    /// <summary>Counts moments of one video.</summary>
    /// <param name="number">The number of the video.</param>
    /// <param name="facts">The video.</param>
    /// <param name="moments">Its moments that are in the answer.</param>
    public void Add(long number, VideoFacts facts, IReadOnlyList<Match> moments) => Add(number, name => OfVideo(name, facts), moments);

    /// <summary>Counts moments of one video.</summary>
    /// <param name="number">The number of the video.</param>
    /// <param name="ofVideo">Gives what <see cref="OfVideo"/> does.</param>
    /// <param name="moments">Its moments that are in the answer.</param>
    public void Add(long number, Func<string, IReadOnlyList<string>?> ofVideo, IReadOnlyList<Match> moments)
    {
        ArgumentNullException.ThrowIfNull(ofVideo);
        ArgumentNullException.ThrowIfNull(moments);
        foreach (var (name, values) in _facets)
        {
            if (ofVideo(name) is { } all)
            {
                Add(values, all, number, moments.Count);
                continue;
            }

            foreach (var moment in moments)
            {
                Add(values, OfMoment(name, moment).Distinct(), number, 1);
            }
        }
    }

    /// <summary>Counts moments of one video that all have one value.</summary>
    public void Add(string name, string value, long number, long moments)
    {
        foreach (var (_, values) in _facets.Where(facet => facet.Name == name))
        {
            Add(values, [value], number, moments);
        }
    }

    /// <summary>Returns the facets in the order they were asked for.</summary>
    public IReadOnlyList<Facet> Result() =>
    [
        .. _facets.Select(facet => new Facet(
            facet.Name,
            [
                .. facet.Values.Select(value => new FacetValue(value.Key, value.Value.Moments, value.Value.Videos))
                    .OrderByDescending(value => value.Moments).ThenBy(value => value.Value, StringComparer.Ordinal),
            ])),
    ];

    /// <summary>Returns the values all moments of a video have; null for a facet of which each has its own.</summary>
    public static IReadOnlyList<string>? OfVideo(string name, VideoFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return name switch
        {
            "video" => [facts.Video.Id.ToString()],
            "collection" => facts.Collections,
            "recorded" => facts.Date(VideoDate.Recorded) is { } date ? [date.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : [],
            _ => null,
        };
    }

    private IEnumerable<string> OfMoment(string name, Match moment)
    {
        var things = moment.Evidence.SelectMany(found => found.Counted is { } counted ? counted.Things : [found.Thing]);
        return name switch
        {
            "brand" => things.Where(thing => thing.Field == TagKinds.Logo).Select(thing => thing.Texts[0]),
            "object" => things.Where(thing => thing.Field == TagKinds.Objects).Select(thing => _shown(thing.Texts[0])),
            "speaker" => things.Select(thing => thing.Speaker).OfType<string>(),
            "language" => things.Select(thing => thing.Language).OfType<string>(),
            "status" => things.Take(1).Select(thing => thing.Status),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such facet."),
        };
    }

    private static void Add(Dictionary<string, Count> values, IEnumerable<string> which, long number, long moments)
    {
        foreach (var value in which)
        {
            var count = values.GetValueOrDefault(value);
            values[value] = new Count(count.Moments + moments, count.Videos + (count.Videos > 0 && count.Last == number ? 0 : 1), number);
        }
    }

    private readonly record struct Count(long Moments, long Videos, long Last);
}
