using VideoIndex.Tags;

namespace VideoIndex.Exporting;

/// <summary>The colours markers have, in the names OpenTimelineIO gives them. Each format says them in its own words, the nearest it has.</summary>
public enum MarkerColour
{
    /// <summary>Red.</summary>
    Red,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Yellow.</summary>
    Yellow,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Cyan.</summary>
    Cyan,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Purple.</summary>
    Purple,

    /// <summary>Magenta.</summary>
    Magenta,

    /// <summary>Pink.</summary>
    Pink,

    /// <summary>Black.</summary>
    Black,

    /// <summary>White.</summary>
    White,
}

/// <summary>Which colour a kind of moment has, unless another was chosen.</summary>
public static class ExportColours
{
    private static readonly Dictionary<string, MarkerColour> Usual = new()
    {
        [TagKinds.Logo] = MarkerColour.Red,
        ["say"] = MarkerColour.Green,
        [TagKinds.Text] = MarkerColour.Yellow,
        [TagKinds.Objects] = MarkerColour.Cyan,
        [TagKinds.Faces] = MarkerColour.Pink,
        [TagKinds.Motion] = MarkerColour.Purple,
        [TagKinds.Colour] = MarkerColour.Magenta,
        ["shot"] = MarkerColour.White,
        ["scene"] = MarkerColour.Orange,
    };

    /// <summary>Returns the colour of a kind: blue for one that has none of its own.</summary>
    public static MarkerColour Of(string kind, ExportRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Colours.TryGetValue(kind, out var chosen) || Usual.TryGetValue(kind, out chosen) ? chosen : MarkerColour.Blue;
    }
}
