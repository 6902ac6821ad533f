using System.Globalization;
using VideoIndex.Brands;

namespace VideoIndex.Cli.Output;

/// <summary>Prints a brand for people.</summary>
internal static class BrandPage
{
    /// <summary>Prints it as it stands.</summary>
    public static void Print(Brand brand, Terminal terminal, Func<string, string> pathOf)
    {
        terminal.Say($"brand {brand.Id.Number}  {brand.Name}{(brand.IsRetired ? "  retired" : "")}");
        Row("added", Told(brand.Added));
        if (brand.Changed != brand.Added)
        {
            Row("changed", Told(brand.Changed));
        }

        foreach (var group in brand.Groups)
        {
            Row("group", group);
        }

        foreach (var (name, value) in brand.Attributes)
        {
            Row(name, value);
        }

        foreach (var logo in brand.Logos)
        {
            terminal.Say();
            terminal.Say($"logo {logo.Name}, {Counts.Of(logo.Examples.Count, "example")}");
            foreach (var example in logo.Examples)
            {
                var (picture, region) = (example.Picture, example.Picture.Region);
                var used = (region.Width, region.Height) == (picture.Width, picture.Height) ? "" : string.Create(CultureInfo.InvariantCulture, $", of which {region.Width} x {region.Height} are seen");
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{example.Id.Number,5}  {picture.Width} x {picture.Height} pixels{used}, from {BrandRules.Tell(picture.Source)}"));
                terminal.Say($"       {pathOf(picture.Place)}");
            }
        }

        void Row(string name, string text) => terminal.Say($"{name,-10}  {Marks.OneLine(text)}");
    }

    /// <summary>Prints it, and what was done to it.</summary>
    public static void Print(Brand brand, IReadOnlyList<PastChange> history, Terminal terminal, Func<string, string> pathOf)
    {
        Print(brand, terminal, pathOf);
        terminal.Say();
        terminal.Say(Counts.Of(history.Count, "change"));
        foreach (var past in history)
        {
            terminal.Say($"  {Told(past.Made)}  {past.What}  {Marks.OneLine(past.Detail)}".TrimEnd());
        }
    }

    private static string Told(Stamp stamp) => $"{stamp.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)} by {stamp.By}";
}
