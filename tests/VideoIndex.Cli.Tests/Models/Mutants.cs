using System.Text;

namespace VideoIndex.Cli.Tests.Models;

/// <summary>Spoils real models, the same way every time.</summary>
internal static class Mutants
{
    /// <summary>Returns a model's mutant of a number: five ways to spoil it in turn.</summary>
    public static byte[] Of(byte[] model, int number)
    {
        var chance = new Random(number);
        return (number % 5) switch
        {
            0 => Flipped(model, chance),
            1 => model[..chance.Next(1, model.Length)],
            2 => Spliced(model, chance),
            3 => Lengthened(model, chance),
            _ => Renamed(model, chance),
        };
    }

    // One bit to forty, half of the time all among the first thousand bytes, where names and shapes are.
    private static byte[] Flipped(byte[] model, Random chance)
    {
        byte[] mutant = [.. model];
        var within = chance.Next(2) == 0 ? Math.Min(1000, model.Length) : model.Length;
        for (var left = chance.Next(1, 41); left > 0; left--)
        {
            mutant[chance.Next(within)] ^= (byte)(1 << chance.Next(8));
        }

        return mutant;
    }

    private static byte[] Spliced(byte[] model, Random chance)
    {
        byte[] mutant = [.. model];
        var length = chance.Next(1, 5000);
        model.AsSpan(chance.Next(model.Length - length), length).CopyTo(mutant.AsSpan(chance.Next(model.Length - length)));
        return mutant;
    }

    // A byte that may be a length, or a dimension, becomes another, or a few are put in between.
    private static byte[] Lengthened(byte[] model, Random chance)
    {
        var at = chance.Next(Math.Min(3000, model.Length));
        return chance.Next(2) == 0
            ? [.. model[..at], (byte)chance.Next(256), .. model[(at + 1)..]]
            : [.. model[..at], 0xff, 0xff, 0xff, 0xff, 0x07, .. model[at..]];
    }

    // A name of the graph becomes another of its length; or weights are said to lie elsewhere: field 14 of the last tensor.
    private static byte[] Renamed(byte[] model, Random chance)
    {
        byte[][] names = [.. ((string[])["images", "output", "input", "Conv", "Concat", "Sigmoid", "Relu", "Reshape"]).Select(Encoding.UTF8.GetBytes)];
        var places = names.Select(name => (At: model.AsSpan().IndexOf(name), name.Length)).Where(place => place.At >= 0).ToArray();
        var (at, length) = places[chance.Next(places.Length)];
        byte[] mutant = [.. model];
        mutant[at + chance.Next(length)] = (byte)('A' + chance.Next(26));
        return mutant;
    }
}
