namespace VideoIndex.Brands;

/// <summary>An owner of logos, as it stands now.</summary>
public sealed record Brand
{
    /// <summary>Gets what names it for good; a name may change.</summary>
    public required BrandId Id { get; init; }

    /// <summary>Gets what people call it, in any script, as it was typed.</summary>
    public required string Name { get; init; }

    /// <summary>Gets whether it is no longer looked for. What is known of it stays.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Gets what else is to be kept of it, by name, in the order of the names' code units.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the names of the groups it is in, in the order of their folded forms.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Gets its marks in the order they were added.</summary>
    public IReadOnlyList<Logo> Logos { get; init; } = [];

    /// <summary>Gets when it was added, and by whom.</summary>
    public required Stamp Added { get; init; }

    /// <summary>Gets when anything of it changed last, and by whom.</summary>
    public required Stamp Changed { get; init; }
}

/// <summary>One mark of a brand.</summary>
/// <param name="Id">What names it for good.</param>
/// <param name="Name">What people call it; unlike any other mark's of the brand when folded.</param>
/// <param name="Examples">The pictures it is looked for by, in the order they were added. Those taken away are left out.</param>
public sealed record Logo(LogoId Id, string Name, IReadOnlyList<LogoExample> Examples);

/// <summary>A picture of a logo.</summary>
/// <param name="Id">What names it for good.</param>
/// <param name="Picture">What is known of the picture.</param>
/// <param name="Added">When it was added, and by whom.</param>
public sealed record LogoExample(ExampleId Id, ExamplePicture Picture, Stamp Added);

/// <summary>Who did something, and when.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who: a person's or a program's name.</param>
public sealed record Stamp(DateTimeOffset At, string By);

/// <summary>Names one brand of a library. A number is never given twice.</summary>
public readonly record struct BrandId(long Number);

/// <summary>Names one logo of a library. A number is never given twice.</summary>
public readonly record struct LogoId(long Number);

/// <summary>Names one example of a library. A number is never given twice.</summary>
public readonly record struct ExampleId(long Number);
