namespace VideoIndex.Accuracy.Facts;

/// <summary>Measures what is said of shots: planted in generated clips, found, and compared.</summary>
internal static class FactsCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["facts", "colours", var file]:
                return NamedColours.Run(file);
            case ["facts", "speed"]:
                return FactsSpeed.Run();
            default:
                Console.Error.WriteLine("usage: facts colours FILE\n       facts speed");
                return 2;
        }
    }
}
