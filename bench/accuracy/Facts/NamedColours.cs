using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Vision.Looks.Colours;

namespace VideoIndex.Accuracy.Facts;

/// <summary>
/// Compares our names of colours with a list of named ones: lines of <c>RED GREEN BLUE NAME</c>, as X11's rgb.txt, or
/// <c>#rrggbb NAME</c>, as colour surveys publish. Counted are those whose last word is a basic name.
/// </summary>
internal static class NamedColours
{
    public static int Run(string file)
    {
        var (seen, right, wrong) = (new HashSet<(int, int, int)>(), 0, new List<string>());
        foreach (var line in File.ReadLines(file))
        {
            if (Parse(line) is not { } named || !seen.Add((named.Red, named.Green, named.Blue)))
            {
                continue;
            }

            var ours = ColourNames.LabelOf(ColourNamer.Of(named.Red, named.Green, named.Blue));
            right += ours == named.Name ? 1 : 0;
            if (ours != named.Name)
            {
                wrong.Add($"{named.Name} called {ours}: {line.Trim()}");
            }
        }

        wrong.Order(StringComparer.Ordinal).ToList().ForEach(Console.WriteLine);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{right} of {right + wrong.Count} colours have the name the list gives them"));
        return 0;
    }

    private static (int Red, int Green, int Blue, string Name)? Parse(string line)
    {
        var words = line.ToLowerInvariant().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2 || Enum.GetValues<BasicColour>().Select(ColourNames.LabelOf).FirstOrDefault(
            name => ColourNames.Meant(words[^1].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).EndsWith(name, StringComparison.Ordinal)) is not { } name)
        {
            return null;
        }

        if (words[0].StartsWith('#') && int.TryParse(words[0].AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var all))
        {
            return (all >> 16, all >> 8 & 255, all & 255, name);
        }

        return words.Length >= 4 && int.TryParse(words[0], CultureInfo.InvariantCulture, out var red)
            && int.TryParse(words[1], CultureInfo.InvariantCulture, out var green) && int.TryParse(words[2], CultureInfo.InvariantCulture, out var blue)
            ? (red, green, blue, name) : null;
    }
}
