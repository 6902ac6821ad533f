using VideoIndex.Accuracy.Logos.Marks;

namespace VideoIndex.Accuracy.Logos.Sets;

/// <summary>What a mark is in a set.</summary>
internal enum LogoRole
{
    /// <summary>Registered, and to be seen in the footage.</summary>
    Placed,

    /// <summary>Registered, and nowhere in the footage: whatever is found of it is false.</summary>
    Unplaced,

    /// <summary>Not registered, to be seen in the footage, and like one that is registered.</summary>
    LookAlike,
}

/// <summary>A mark of a set.</summary>
/// <param name="Name">Its name: unlike any other mark's in any set.</param>
/// <param name="Role">What it is in the set.</param>
/// <param name="Mark">Its picture.</param>
/// <param name="Style">How it is made up; of a look-alike, how it differs.</param>
/// <param name="Of">The registered mark it is like; null for one that is registered.</param>
internal sealed record Logo(string Name, LogoRole Role, Mark Mark, string Style, string? Of)
{
    /// <summary>Gets how many places in it have corners.</summary>
    public int Corners { get; } = Searchability.Corners(Mark);
}

/// <summary>The marks of a set: 40 that are placed, 20 registered and never placed, 20 look-alikes of registered ones.</summary>
internal sealed record LogoSet(LogoPart Part, int Seed, IReadOnlyList<Logo> Logos)
{
    public const int Placed = 40, Unplaced = 20, LookAlikes = 20;

    private const double LongestSides = 5.5;

    /// <summary>Draws the marks of a set.</summary>
    public static LogoSet Make(LogoPart part, int seed)
    {
        var (logos, designs) = (new List<Logo>(), new List<Design>());
        for (var number = seed * 10_000; logos.Count < Placed + Unplaced; number++)
        {
            var name = LogoParts.NameOf(number);
            if (LogoParts.Of(name) != part)
            {
                continue;
            }

            var design = Design.Of(LogoParts.SeedOf(name));
            var mark = design.Draw();
            if (Math.Max(mark.Width, mark.Height) < LongestSides * Math.Min(mark.Width, mark.Height))
            {
                logos.Add(new Logo(name, logos.Count < Placed ? LogoRole.Placed : LogoRole.Unplaced, mark, Style(design), null));
                designs.Add(design);
            }
        }

        for (var at = 0; at < LookAlikes; at++)
        {
            var of = at * 3; // two in three of those placed, one in three of the others
            logos.Add(LookAlike.Make(logos[of], designs[of], new Random(seed * 10_000 + at), at));
        }

        return new LogoSet(part, seed, logos);
    }

    /// <summary>Returns the marks in a role.</summary>
    public List<Logo> In(LogoRole role) => [.. Logos.Where(logo => logo.Role == role)];

    /// <summary>Writes every mark as a picture, and a list of them.</summary>
    public void Write(string folder)
    {
        var (logos, others) = (Path.Combine(folder, "logos"), Path.Combine(folder, "look-alikes"));
        Directory.CreateDirectory(logos);
        Directory.CreateDirectory(others);
        foreach (var logo in Logos)
        {
            PngFile.Write(Path.Combine(logo.Role == LogoRole.LookAlike ? others : logos, logo.Name + ".png"), logo.Mark);
        }

        File.WriteAllLines(Path.Combine(folder, "logos.csv"),
            ["logo,role,like,corners,grade,width,height,style", .. Logos.Select(logo =>
                $"{logo.Name},{logo.Role},{logo.Of},{logo.Corners},{Searchability.Grade(logo.Corners)},{logo.Mark.Width},{logo.Mark.Height},{logo.Style}")]);
    }

    private static string Style(Design design) => design.Layout switch
    {
        Layout.Symbol => $"symbol: {design.Symbol.Kind}",
        Layout.Word => $"word: {design.Word}",
        Layout.Beside or Layout.Above => $"{design.Layout}: {design.Symbol.Kind} {design.Word}",
        Layout.Full => $"full: {design.Symbol.Kind} {design.Word} {design.Second}",
        Layout.TwoLines => $"lines: {design.Word} {design.Second}",
        _ => $"boxed: {design.Word}",
    };
}
