import type { Credentials } from "@/api/types";

export interface Snippet {
  readonly language: string;
  /** What to install, and how to run it. */
  readonly how: string;
  readonly code: string;
}

const PLACEHOLDER = "<password>";

/** The connection string with a placeholder where its password is. */
export function masked(connectionString: string): string {
  return connectionString.replace(/^([^:]+:\/\/[^:@/]*):[^@/]*@/, `$1:${PLACEHOLDER}@`);
}

/** Small programs that connect and say so, with the official driver of each language. */
export function snippetsFor({ connectionString, shell }: Credentials, withPassword: boolean): Snippet[] {
  const uri = withPassword ? connectionString : masked(connectionString);
  return [
    {
      language: "Shell",
      how: "With mongosh, MongoDB's shell.",
      code: shell.replace(connectionString, () => uri),
    },
    { language: "Node.js", how: "npm install mongodb, save as hello.mjs, run node hello.mjs.", code: node(uri) },
    { language: "Python", how: "pip install pymongo, save as hello.py, run python hello.py.", code: python(uri) },
    {
      language: "Java",
      how: "With org.mongodb:mongodb-driver-sync 5 on the class path, save as Hello.java.",
      code: java(uri),
    },
    {
      language: "Go",
      how: "In a folder of its own: go mod init hello, save as main.go, go mod tidy, go run .",
      code: go(uri),
    },
  ];
}

function node(uri: string): string {
  return `import { MongoClient } from "mongodb";

const client = new MongoClient("${uri}");
try {
  console.log(await client.db("admin").command({ ping: 1 }));
} finally {
  await client.close();
}`;
}

function python(uri: string): string {
  return `from pymongo import MongoClient

with MongoClient("${uri}") as client:
    print(client.admin.command("ping"))`;
}

function java(uri: string): string {
  return `import com.mongodb.client.MongoClients;
import org.bson.Document;

public class Hello {
  public static void main(String[] args) {
    try (var client = MongoClients.create("${uri}")) {
      var answer = client.getDatabase("admin").runCommand(new Document("ping", 1));
      System.out.println(answer.toJson());
    }
  }
}`;
}

function go(uri: string): string {
  return `package main

import (
	"context"
	"fmt"
	"log"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

func main() {
	client, err := mongo.Connect(options.Client().ApplyURI("${uri}"))
	if err != nil {
		log.Fatal(err)
	}
	defer client.Disconnect(context.Background())

	var answer bson.M
	ping := bson.D{{Key: "ping", Value: 1}}
	if err := client.Database("admin").RunCommand(context.Background(), ping).Decode(&answer); err != nil {
		log.Panic(err)
	}
	fmt.Println(answer)
}`;
}
