using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Durability.Work;

// work|submit TRIAL... NAME FAULT are processes of a trial; anything else is a person who wants trials: see bench/durability.
switch (args)
{
    case ["work" or "submit", .. { Count: 5 } words, var name, var fault]:
        var trial = Trial.FromWords(words);
        var point = fault == "none" ? null : Fault.Parse(fault);
        await (args[0] == "work" ? WorkerHost.WorkAsync(trial, name, point) : WorkerHost.SubmitAsync(trial, name, point)).ConfigureAwait(false);
        return 0;
    default:
        return await Trials.RunAsync(args, Console.Out).ConfigureAwait(false);
}
