namespace VideoIndex.Logos.Recognition;

/// <summary>What may be expected of the search for a logo, and what would help.</summary>
/// <param name="Letter">A, B or C, as <see cref="KnownExample.Grade"/> says it of one example.</param>
/// <param name="Places">How many different places the best example has.</param>
/// <param name="Examples">How many examples there are.</param>
public sealed record LogoGrade(char Letter, int Places, int Examples)
{
    /// <summary>Gets what the letter means, as one sentence.</summary>
    public string Says => Letter switch
    {
        'A' => "Rich: there is much to recognise it by.",
        'B' => "Fair: there is enough to recognise it by where it is large and sharp.",
        _ when Examples == 0 => "Not searched: there is no picture of it.",
        _ => "Too plain: there is little to tell it from other shapes.",
    };

    /// <summary>Gets what would help, as one sentence; null where nothing need be done.</summary>
    public string? Advice => Letter switch
    {
        'A' => null,
        'B' => "A second picture, cut out of a frame it is seen in, finds more.",
        _ when Examples == 0 => "Add one: the mark itself, large and sharp, with transparency around it.",
        _ => "Add a picture of it in use, with what stands around it: its lettering, the board, the shirt.",
    };

    /// <summary>Grades a logo by its best example.</summary>
    /// <param name="examples">What is known of each; a logo without any is a C.</param>
    public static LogoGrade Of(IReadOnlyList<KnownExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var best = examples.MaxBy(example => example.Places);
        return new LogoGrade(best?.Grade ?? 'C', best?.Places ?? 0, examples.Count);
    }
}
