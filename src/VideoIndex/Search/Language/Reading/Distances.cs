using VideoIndex.Search.Conditions;
using VideoIndex.Timing;

namespace VideoIndex.Search.Language.Reading;

/// <summary>Reads how far apart two moments may be.</summary>
internal static class Distances
{
    /// <summary>Reads what stands behind WITHIN, up to its OF, in seconds.</summary>
    public static Rational Read(QuestionScanner scanner)
    {
        var seconds = ReadSeconds(scanner, "WITHIN is followed by a length and OF: say:goal WITHIN 5s OF logo:acme.");
        scanner.Skip();
        return scanner.Takes("OF") ? seconds
            : throw new QueryException("bad-condition", scanner.At, "WITHIN 5s is followed by OF: say:goal WITHIN 5s OF logo:acme; after THEN it stands alone: say:goal THEN logo:acme WITHIN 5s.");
    }

    /// <summary>Reads the WITHIN 5s of A THEN B WITHIN 5s, in seconds; null where none stands here, or where OF follows: then it is an operator of its own.</summary>
    public static Rational? ReadBound(QuestionScanner scanner)
    {
        var before = scanner.At;
        if (scanner.Takes("WITHIN"))
        {
            var seconds = ReadSeconds(scanner, "WITHIN is followed by a length: say:goal THEN logo:acme WITHIN 5s.");
            var end = scanner.At;
            scanner.SkipSpace();
            if (scanner.Keyword() != "OF")
            {
                scanner.At = end;
                return seconds;
            }
        }

        scanner.At = before;
        return null;
    }

    private static Rational ReadSeconds(QuestionScanner scanner, string how)
    {
        var length = new ConditionScanner(scanner.Text, scanner.At);
        var seconds = length.ReadSeconds(how);
        scanner.At = length.At;
        return seconds;
    }
}
