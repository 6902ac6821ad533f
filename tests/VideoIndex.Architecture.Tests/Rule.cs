namespace VideoIndex.Architecture.Tests;

internal static class Rule
{
    /// <summary>Fails with every offender by name, one a line.</summary>
    public static void Holds(IEnumerable<string?> offenders)
    {
        var names = offenders.ToList();
        Assert.True(names.Count == 0, "The rule is broken by:\n" + string.Join('\n', names));
    }
}
