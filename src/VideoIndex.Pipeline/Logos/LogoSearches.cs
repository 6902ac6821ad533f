using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Ends;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Logos;

/// <summary>The ends of one logo's appearances in one video: those known, and the searches for the others.</summary>
internal sealed class LogoSearches
{
    private readonly IReadOnlyDictionary<UInt128, FoundEnd?> _known;
    private readonly List<(LogoAppearance Appearance, OpenEnd Start, OpenEnd End)> _open;

    /// <summary>Begins the searches for what is not known.</summary>
    public LogoSearches(LogoStays stays, EndPlan plan, IReadOnlyDictionary<UInt128, FoundEnd?> known)
    {
        (Stays, _known) = (stays, known);
        _open = [.. stays.Appearances.Select(one => (one, plan.Of(one))).Select(one => (one.one, one.Item2.Start, one.Item2.End))];
        foreach (var end in _open.SelectMany(one => (OpenEnd[])[one.Start, one.End]))
        {
            var key = EndPacking.KeyOf(end);
            if (!known.ContainsKey(key))
            {
                Searches.TryAdd(key, new EndSearch(end, EndRule.Default));
            }
        }
    }

    /// <summary>Gets when the logo appears, as well as the looks tell.</summary>
    public LogoStays Stays { get; }

    /// <summary>Gets the searches.</summary>
    public Dictionary<UInt128, EndSearch> Searches { get; } = [];

    /// <summary>Returns all that is known of the ends by now. What lacked a frame may be found another time.</summary>
    public IReadOnlyDictionary<UInt128, FoundEnd?> Ends() => _known
        .Concat(Searches.Where(search => search.Value is { IsDone: true, LacksFrames: false }).Select(search => KeyValuePair.Create(search.Key, search.Value.Found)))
        .ToDictionary();

    /// <summary>Returns the appearances, with the ends that are known by now.</summary>
    public IReadOnlyList<LogoAppearance> Exact(FrameEvidence evidence) =>
        [.. _open.Select(one => ExactEnds.Of(one.Appearance, Found(one.Start), Found(one.End), evidence))];

    private FoundEnd? Found(OpenEnd end)
    {
        var key = EndPacking.KeyOf(end);
        return _known.TryGetValue(key, out var known) ? known : Searches[key].Found;
    }
}
